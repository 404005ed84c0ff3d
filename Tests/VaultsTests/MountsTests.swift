import Testing

@testable import Vaults

/// What the kernel says of its mounts, and what that says of a store.
@Suite struct MountsTests {
  private let mounts = Mounts(
    """
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
    30 22 0:26 / /dev/shm rw,nosuid - tmpfs tmpfs rw
    40 22 0:50 / /home/ann\\040b/.vault.unlocked rw - fuse.gocryptfs /home/ann\\040b/vault rw
    41 22 0:51 / /mnt/team rw - nfs4 server:/team rw
    42 22 0:52 / /mnt/odd rw master:3 propagate_from:2 - fuse.sshfs ann@host: rw
    43 22 0:53 / /mnt/team rw - cifs //server/team rw
    """)

  @Test func `a path lies on the mount that is nearest above it, the last on one point`() {
    #expect(mounts.kind(of: "/etc/passwd") == "ext4")
    #expect(mounts.kind(of: "/home/ann b/.vault.unlocked/heed.sqlite") == "fuse.gocryptfs")
    #expect(mounts.kind(of: "/home/ann b/.vault.unlockedness") == "ext4")
    #expect(mounts.kind(of: "/mnt/team") == "cifs")
    #expect(mounts.entry(of: "/mnt/odd/a")?.source == "ann@host:")
    #expect(Mounts("").kind(of: "/") == nil)
    #expect(Mounts("22 1 254:0 / / rw").kind(of: "/") == nil)
  }

  @Test func `a device that only checks its content does not encrypt it`() {
    #expect(StoragePlace.isEncryption("CRYPT-LUKS2-0123-home"))
    #expect(StoragePlace.isEncryption("CRYPT-PLAIN-swap"))
    #expect(!StoragePlace.isEncryption("CRYPT-VERITY-0123-usr"))
    #expect(!StoragePlace.isEncryption("CRYPT-INTEGRITY-0123-data"))
    #expect(!StoragePlace.isEncryption("LVM-0123"))
  }

  @Test func `only what encrypts is attested, and what may lose a save is told`() {
    func place(_ kind: String) -> StoragePlace {
      StoragePlace(of: "/", mounts: Mounts("22 1 0:5 / / rw - \(kind) none rw"))
    }
    #expect(place("fuse.gocryptfs") == .encrypted(.gocryptfs))
    #expect(place("ext4") == .plain && place("tmpfs") == .plain && place("overlay") == .plain)
    for kind in [
      "nfs", "nfs4", "cifs", "smb3", "9p", "fuse", "fuse.sshfs", "fuse.encfs", "fuseblk",
    ] {
      #expect(place(kind) == .unreliable(kind: kind))
    }
  }
}
