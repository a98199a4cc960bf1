package edtf

// Certainty is an answer to a question about what is not fully known. The
// zero Certainty is no answer; its text is "".
type Certainty uint8

// The answers.
const (
	CertaintyNo    Certainty = iota + 1 // it cannot be so
	CertaintyMaybe                      // it may be so
	CertaintyYes                        // it must be so
)

const certaintyNames = "no\x00maybe\x00yes\x00"

// String returns "no", "maybe" or "yes", "" for the zero Certainty, and the
// number in brackets for any other: Certainty(9).
func (c Certainty) String() string { return enumString("Certainty", certaintyNames, uint8(c)) }

// MarshalText implements [encoding.TextMarshaler]. A Certainty that is none of
// the constants, nor zero, is an error.
func (c Certainty) MarshalText() ([]byte, error) {
	return enumMarshal("Certainty", certaintyNames, uint8(c))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [Certainty.String] returns for a constant or zero.
func (c *Certainty) UnmarshalText(text []byte) error {
	return enumUnmarshal("Certainty", certaintyNames, text, (*uint8)(c))
}

// Precision says how much of a date is known. A finer precision is a greater
// number, so p >= PrecisionYear asks whether the year is known. The zero
// Precision means that nothing is; its text is "".
type Precision uint8

// The precisions, from the coarsest to the finest.
const (
	PrecisionCentury Precision = iota + 1 // 20XX
	PrecisionDecade                       // 202X
	PrecisionYear                         // 2024
	PrecisionSeason                       // 2024-21
	PrecisionMonth                        // 2024-10
	PrecisionDay                          // 2024-10-13
)

const precisionNames = "century\x00decade\x00year\x00season\x00month\x00day\x00"

// String returns the name of the constant in lower case, as "decade", "" for
// the zero Precision, and the number in brackets for any other: Precision(9).
func (p Precision) String() string { return enumString("Precision", precisionNames, uint8(p)) }

// MarshalText implements [encoding.TextMarshaler]. A Precision that is none of
// the constants, nor zero, is an error.
func (p Precision) MarshalText() ([]byte, error) {
	return enumMarshal("Precision", precisionNames, uint8(p))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [Precision.String] returns for a constant or zero.
func (p *Precision) UnmarshalText(text []byte) error {
	return enumUnmarshal("Precision", precisionNames, text, (*uint8)(p))
}

// Season is a season of a year, in the hemisphere of whoever speaks. The zero
// Season is not known; its text is "".
type Season uint8

// The seasons.
const (
	SeasonSpring Season = iota + 1 // written as month 21
	SeasonSummer                   // 22
	SeasonAutumn                   // 23
	SeasonWinter                   // 24
)

const seasonNames = "spring\x00summer\x00autumn\x00winter\x00"

// String returns "spring", "summer", "autumn" or "winter", "" for the zero
// Season, and the number in brackets for any other: Season(9).
func (s Season) String() string { return enumString("Season", seasonNames, uint8(s)) }

// MarshalText implements [encoding.TextMarshaler]. A Season that is none of
// the constants, nor zero, is an error.
func (s Season) MarshalText() ([]byte, error) {
	return enumMarshal("Season", seasonNames, uint8(s))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It reads what
// [Season.String] returns for a constant or zero.
func (s *Season) UnmarshalText(text []byte) error {
	return enumUnmarshal("Season", seasonNames, text, (*uint8)(s))
}

// enumName returns the name of n, "" if it has none. The names are one string,
// each with a NUL behind it.
func enumName(names string, n uint8) string {
	start := 0
	for i := range len(names) {
		if names[i] != 0 {
			continue
		}
		if n--; n == 0 {
			return names[start:i]
		}
		start = i + 1
	}
	return ""
}

func enumString(typ, names string, n uint8) string {
	if n == 0 {
		return ""
	}
	if name := enumName(names, n); name != "" {
		return name
	}
	return typ + "(" + itoa(int(n)) + ")"
}

func enumMarshal(typ, names string, n uint8) ([]byte, error) {
	name := enumName(names, n)
	if name == "" && n != 0 {
		return nil, &ParseError{Kind: typ, Text: itoa(int(n)), Problem: "it has no text"}
	}
	return []byte(name), nil
}

func enumUnmarshal(typ, names string, text []byte, n *uint8) error {
	if len(text) == 0 {
		*n = 0
		return nil
	}
	hint := "write one of"
	for i := uint8(1); ; i++ {
		name := enumName(names, i)
		if name == "" {
			return &ParseError{Kind: typ, Text: string(text), Problem: "there is no such value", Hint: hint}
		}
		if name == string(text) {
			*n = i
			return nil
		}
		if i > 1 {
			hint += ","
		}
		hint += ` "` + name + `"`
	}
}
