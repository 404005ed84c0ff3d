/// How far the cases whose evaluation had run out have been judged again.
package struct RefreshReport: Hashable, Sendable {
  package let judged: Int
  package let left: Int

  package init(judged: Int, left: Int) {
    self.judged = judged
    self.left = left
  }
}
