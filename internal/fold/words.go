package fold

import "bytes"

// AppendWords appends to dst a key of [AppendKey] with the abbreviations
// written out that lists of states use: "korea, dem. people's rep." becomes
// "korea, democratic peoples republic". A key without any is appended as it is.
func AppendWords(dst, key []byte) []byte {
	for first := true; len(key) > 0; first = false {
		var word []byte
		word, key, _ = bytes.Cut(key, []byte(" "))
		open, close := 0, len(word)
		for open < close && (word[open] == '(' || word[open] == '[') {
			open++
		}
		for close > open && (word[close-1] == ')' || word[close-1] == ']' || word[close-1] == ',') {
			close--
		}
		if !first {
			dst = append(dst, ' ')
		}
		dst = append(dst, word[:open]...)
		dst = appendWord(dst, word[open:close], key, first)
		dst = append(dst, word[close:]...)
		if string(word[open:close]) == "о" { // "о-ва" and "о-в", which have a space in a key
			if next, rest, _ := bytes.Cut(key, []byte(" ")); string(next) == "ва" || string(next) == "в" {
				if dst, key = append(dst, "стров"...), rest; string(next) == "ва" {
					dst = append(dst, "а"...)
				}
			}
		}
	}
	return dst
}

// appendWord appends one word, where rest is what follows it.
func appendWord(dst, word, rest []byte, first bool) []byte {
	switch string(word) {
	case "&":
		return append(dst, "and"...)
	case "st", "st.":
		if len(rest) > 0 {
			return append(dst, "saint"...)
		}
	case "rep", "rep.":
		return append(dst, "republic"...)
	case "dem", "dem.":
		return append(dst, "democratic"...)
	case "fed.":
		switch {
		case len(rest) == 0:
			return append(dst, "federation"...)
		case bytes.HasPrefix(rest, []byte("st")):
			return append(dst, "federated"...)
		}
		return append(dst, "federal"...)
	case "sts.":
		return append(dst, "states"...)
	case "is.", "isl.", "isls.":
		return append(dst, "islands"...)
	case "eq.":
		return append(dst, "equatorial"...)
	case "afr.":
		return append(dst, "african"...)
	case "cent.":
		return append(dst, "central"...)
	case "brit.":
		return append(dst, "british"...)
	case "plur.":
		return append(dst, "plurinational"...)
	case "boliv.":
		return append(dst, "bolivarian"...)
	case "herz.":
		return append(dst, "herzegovina"...)
	case "people's", "peoples'":
		return append(dst, "peoples"...)
	case "респ.":
		return append(dst, "республика"...)
	case "n.", "s.", "e.", "w.":
		if first && len(rest) > 2 && rest[1] != '.' {
			return append(dst, direction(word[0])...)
		}
	}
	if len(word) > 2 && isInitials(word) {
		for i := 0; i < len(word); i += 2 {
			dst = append(dst, word[i])
		}
		return dst
	}
	return append(dst, word...)
}

func direction(letter byte) string {
	switch letter {
	case 'n':
		return "north"
	case 's':
		return "south"
	case 'e':
		return "east"
	}
	return "west"
}

// isInitials reports whether word is letters with a full stop after each, but
// perhaps not after the last.
func isInitials(word []byte) bool {
	for i, c := range word {
		if letter := 'a' <= c && c <= 'z'; letter != (i%2 == 0) || !letter && c != '.' {
			return false
		}
	}
	return true
}
