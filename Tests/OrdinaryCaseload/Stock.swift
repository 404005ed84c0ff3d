/// The words of ordinary notes; all names are invented.
enum Stock {
  static let firstNames = [
    "Aoife", "Bilal", "Cerys", "Dafydd", "Esi", "Ffion", "Gruff", "Hana", "Ilse", "Jarek", "Kwame",
    "Lowri", "Maeve", "Nikhil", "Orla", "Petra", "Rhodri", "Safiya", "Teodor", "Umar", "Wanja",
    "Yara", "Zoë", "Łucja", "Ángel", "Tomás", "Sunita", "Mirela",
  ]
  static let lastNames = [
    "Abbey", "Bukhari", "Corrigan", "Dziedzic", "Ekwueme", "Fairlamb", "Gathers", "Hollis",
    "Ismail", "Jankovic", "Kinsella", "Lovatt", "Mbeki-Ross", "Nuttall", "O'Dowd", "Pascoe",
    "Quayle", "Rahimi", "Strand", "Tolland", "Usher", "Vasile", "Wycherley", "Yeboah", "Zając",
    "Çetin", "Öberg",
  ]
  static let concernsOfSocialWorker = [
    "mother low and not sleeping", "rent in arrears", "parents arguing in front of the children",
    "home cluttered and cold", "no routine at bedtime", "father drinking again at weekends",
    "benefits stopped, little food in",
  ]
  static let concernsOfHealth = [
    "weight dropped a little", "appointments put off", "mother tearful at clinic",
    "teeth in a poor state",
  ]
  static let concernsOfSchool = [
    "late three times this week", "tired in class", "no coat in the cold", "fell out with friends",
  ]
  static let concernsOfPolice = [
    "argument between parents, neighbours called", "loud voices, child upstairs",
    "father refused to leave, went on being told", "items thrown, nobody hurt",
  ]
  static let reasonsForReferral = [
    "child left with a neighbour overnight", "parent's drinking", "parents fighting at home",
    "child often hungry at school", "mother's mental health", "family about to lose their home",
    "child said a parent hit out", "older sibling missing from home",
  ]
  static let reasonsForEnquiry = [
    "significant harm suspected: violence between the parents",
    "significant harm suspected: neglect, home without heating",
    "significant harm suspected: child struck by a parent",
    "significant harm suspected: drugs in reach of the child",
  ]
  static let outcomes = [
    "plan goes on", "next visit agreed", "bedroom seen, plan goes on", "support with forms",
    "routines talked over", "parents working with the plan",
  ]
  static let attended = ["seen as planned", "on track", "reviewed, nothing new", "support offered"]
  static let wordsOfBabies = [
    "settled in mother's arms", "slept, woke content", "smiled and followed faces",
    "reached for the rattle",
  ]
  static let wordsOfToddlers = [
    "played with bricks, chatty", "clung to mother at first, then played", "showed me a picture",
    "ran about the garden",
  ]
  static let words = [
    "'I like my teacher'", "'we had tea at nan's'", "'I want my own room'", "'it's calmer now'",
    "'I scored in the game'", "'I miss my old school'", "'mum's doing better'",
  ]
  static let accounts = [
    "fell while running", "tripped on the kerb", "bumped into the table", "fell off a scooter",
    "slipped on the stairs", "knocked by the swing",
  ]
  static let adultsNamed = ["a friend of mother's, Jo", "Steve, a neighbour", "Bea, a lodger"]
  /// Where ordinary bruises are: below the knee first, then the face's T and the head.
  static let marks: [(item: String, weight: Double)] = [
    ("bruise to shin", 48), ("graze to knee", 22), ("bruise to forehead", 16), ("graze to chin", 7),
    ("graze to elbow", 7),
  ]
  static let marksOfBabies = ["small bruise to forehead", "small mark to shin", "mark to back"]
  static let accidents: [(item: (marks: String, account: String), weight: Double)] = [
    (("fracture of forearm", "fell from the climbing frame"), 3),
    (("cut to chin", "fell on the patio"), 3), (("scald to hand", "pulled over a cup of tea"), 2),
    (("bump and bruise to forehead", "ran into a door"), 4),
    (("fracture of collarbone", "fell off the bed"), 1),
  ]
}
