package edtf

// Certainty is the answer to a question about times that are not fully known.
// The zero Certainty is invalid; its text is "".
type Certainty uint8

// The possible answers.
const (
	CertaintyNo    Certainty = iota + 1 // it cannot be so
	CertaintyMaybe                      // it may be so
	CertaintyYes                        // it must be so
)

const certaintyNames = "no\x00maybe\x00yes\x00"

// String returns "no", "maybe" or "yes", "" for the zero Certainty, and
// "Certainty(9)" or the like for any other number.
func (c Certainty) String() string { return enumString("Certainty", certaintyNames, uint8(c)) }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero
// Certainty is empty. It returns an error if c is not one of the constants.
func (c Certainty) MarshalText() ([]byte, error) {
	return enumMarshal("Certainty", certaintyNames, uint8(c))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant and empty text. On error, c is unchanged.
func (c *Certainty) UnmarshalText(text []byte) error {
	return enumUnmarshal("Certainty", certaintyNames, text, (*uint8)(c))
}

// Precision says how much of a date is known. Finer is greater: p >=
// PrecisionYear means that the year is known. The zero Precision means that
// nothing is known; its text is "".
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

// String returns "century", "decade" and so on, "" for the zero Precision, and
// "Precision(9)" or the like for any other number.
func (p Precision) String() string { return enumString("Precision", precisionNames, uint8(p)) }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero
// Precision is empty. It returns an error if p is not one of the constants.
func (p Precision) MarshalText() ([]byte, error) {
	return enumMarshal("Precision", precisionNames, uint8(p))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant and empty text. On error, p is unchanged.
func (p *Precision) UnmarshalText(text []byte) error {
	return enumUnmarshal("Precision", precisionNames, text, (*uint8)(p))
}

// Season is a season of a year, in either hemisphere. The zero Season means
// that no season is known; its text is "".
type Season uint8

// The seasons.
const (
	SeasonSpring Season = iota + 1 // written as month 21
	SeasonSummer                   // written as month 22
	SeasonAutumn                   // written as month 23
	SeasonWinter                   // written as month 24
)

const seasonNames = "spring\x00summer\x00autumn\x00winter\x00"

// String returns "spring", "summer", "autumn" or "winter", "" for the zero
// Season, and "Season(9)" or the like for any other number.
func (s Season) String() string { return enumString("Season", seasonNames, uint8(s)) }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero Season
// is empty. It returns an error if s is not one of the constants.
func (s Season) MarshalText() ([]byte, error) {
	return enumMarshal("Season", seasonNames, uint8(s))
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant and empty text. On error, s is unchanged.
func (s *Season) UnmarshalText(text []byte) error {
	return enumUnmarshal("Season", seasonNames, text, (*uint8)(s))
}

// enumName returns the name of n, or "". The names are one string, with a NUL
// behind each, since a slice of them would be a package-level variable.
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
