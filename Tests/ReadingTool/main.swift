import Foundation
import ReadingScore

// Prints how well files of labelled phrases are read, and fails where a goal is missed.
let arguments = Array(CommandLine.arguments.dropFirst())
let showsWrong = arguments.contains("--wrong")
var missesGoal = false
for path in arguments where !path.hasPrefix("--") {
  let score = try Score(file: path) { if showsWrong { print($0) } }
  print("\(path)\n\(score.table)\n")
  if !score.reachesGoals { missesGoal = true }
}
exit(missesGoal ? 1 : 0)
