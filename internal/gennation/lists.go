package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

var (
	//go:embed iso3166.txt
	currentList string
	//go:embed iso3166-3.txt
	formerList string
	//go:embed states.txt
	stateList string
)

// nation is one line of iso3166.txt.
type nation struct {
	code, iso, formal, formalRU string
	other, former               []string
}

// formerState is one line of iso3166-3.txt.
type formerState struct {
	code, alpha2, alpha3 string
	numeric              []string
	why, withdrawn       string
	first, last          string
	successors           []string
	en, ru, ur           string
	other                []string
}

// state is one line of states.txt.
type state struct {
	id                   string
	existed              []period
	cow, letters, gw     []dated
	continues, continued []string
	en, ru, ur           string
	other, former        []string
}

// dated is a code with the time for which it is the state's; the zero period
// is always.
type dated struct {
	code string
	period
}

// period is a time in numbers such as 18710118, or 18710000 for a year. Zero
// is open.
type period struct{ first, last int }

func readLists() ([]nation, []formerState, []state, error) {
	var nations []nation
	err := eachLine("iso3166.txt", currentList, 6, func(f []string) error {
		n := nation{code: f[0], iso: f[1], formal: f[2], formalRU: f[3], other: parts(f[4]), former: parts(f[5])}
		if len(n.code) != 2 || n.iso == "" {
			return fmt.Errorf("code or short name missing")
		}
		nations = append(nations, n)
		return nil
	})
	if err != nil {
		return nil, nil, nil, err
	}
	var former []formerState
	err = eachLine("iso3166-3.txt", formerList, 12, func(f []string) error {
		s := formerState{code: f[0], alpha2: f[1], alpha3: f[2], numeric: strings.Fields(f[3]), why: f[4],
			withdrawn: f[5], first: "0", last: "0", successors: strings.Fields(f[7]), en: f[8], ru: f[9], ur: f[10],
			other: parts(f[11])}
		if years := strings.Fields(f[6]); len(years) == 2 {
			s.first, s.last = years[0], years[1]
		} else if len(years) != 0 {
			return fmt.Errorf("want two years or none")
		}
		if !slices.Contains([]string{"name", "part", "join"}, s.why) ||
			!strings.HasPrefix(s.code, s.alpha2) || len(s.successors) == 0 {
			return fmt.Errorf("reason, codes or successors are wrong")
		}
		former = append(former, s)
		return nil
	})
	if err != nil {
		return nil, nil, nil, err
	}
	var states []state
	err = eachLine("states.txt", stateList, 12, func(f []string) error {
		s := state{id: f[0], continues: parts(f[5]), continued: parts(f[6]), en: f[7], ru: f[8], ur: f[9],
			other: parts(f[10]), former: parts(f[11])}
		for _, text := range parts(f[1]) {
			p, err := parsePeriod(text)
			if err != nil {
				return err
			}
			s.existed = append(s.existed, p)
		}
		for i, into := range []*[]dated{&s.cow, &s.letters, &s.gw} {
			for _, text := range parts(f[2+i]) {
				code, span, _ := strings.Cut(text, "@")
				d := dated{code: strings.TrimSpace(code)}
				if span != "" {
					var err error
					if d.period, err = parsePeriod(span); err != nil {
						return err
					}
				}
				*into = append(*into, d)
			}
		}
		states = append(states, s)
		return nil
	})
	return nations, former, states, err
}

// parsePeriod reads "1816-01-01/1871-01-18", "1920/.." and the like.
func parsePeriod(s string) (period, error) {
	first, last, ok := strings.Cut(strings.TrimSpace(s), "/")
	if !ok {
		return period{}, fmt.Errorf("%q is no period", s)
	}
	var p period
	for text, into := range map[string]*int{"a" + first: &p.first, "b" + last: &p.last} {
		if text = text[1:]; text == ".." || text == "" {
			continue
		}
		f := strings.Split(strings.Trim(text, "~?"), "-")
		for len(f) < 3 {
			f = append(f, "00")
		}
		n, err := strconv.Atoi(strings.Join(f, ""))
		if err != nil || len(f) != 3 || n < 1000_0000 || n > 2100_0000 {
			return period{}, fmt.Errorf("%q is no date", text)
		}
		*into = n
	}
	return p, nil
}

// eachLine calls do with the columns of each line that is not a comment, and
// sees to it that the lines are in the order of their codes.
func eachLine(file, list string, columns int, do func([]string) error) error {
	last := ""
	for i, line := range strings.Split(strings.TrimSpace(list), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "|")
		for j := range f {
			f[j] = strings.TrimSpace(f[j])
		}
		if len(f) != columns {
			return fmt.Errorf("%s:%d: %d columns, want %d", file, i+1, len(f), columns)
		}
		if f[0] <= last {
			return fmt.Errorf("%s:%d: %s does not come after %s", file, i+1, f[0], last)
		}
		last = f[0]
		if err := do(f); err != nil {
			return fmt.Errorf("%s:%d: %v", file, i+1, err)
		}
	}
	return nil
}

func parts(column string) []string {
	if column == "" {
		return nil
	}
	names := strings.Split(column, ";")
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}
