package fold

// BreaksLine reports whether a character ends a line, as Unicode has it.
func BreaksLine(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}
