package nation_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/entente-go/entente/nation"
)

func TestLookupCode_ReadsACodeInItsScheme(t *testing.T) {
	for _, c := range []struct {
		scheme nation.Scheme
		code   string
		at     nation.When
		want   string
	}{
		{nation.SchemeISONumeric, "586", nation.When{}, "PK"},
		{nation.SchemeISONumeric, "4", nation.When{}, "AF"},
		{nation.SchemeISONumeric, "004", nation.When{}, "AF"},
		{nation.SchemeISONumeric, "280", nation.When{}, "WEST-GERMANY"},
		{nation.SchemeISONumeric, "886", nation.When{}, "NORTH-YEMEN"},
		{nation.SchemeISONumeric, "736", nation.Year(1990), "SD"},
		{nation.SchemeISONumeric, "104", nation.Year(1980), "MM"},
		{nation.SchemeISONumeric, "891", nation.When{}, "?CSXX YUCS"},
		{nation.SchemeISONumeric, "891", nation.Year(1995), "YUCS"},
		{nation.SchemeISONumeric, "891", nation.Year(2005), "CSXX"},
		{nation.SchemeISOAlpha2, "sk", nation.When{}, "SK"},
		{nation.SchemeISOAlpha2, "SK", nation.Year(1970), "SKIN"},
		{nation.SchemeISOAlpha2, "CS", nation.When{}, "?CSHH CSXX"},
		{nation.SchemeISOAlpha2, "CS", nation.Year(1980), "CSHH"},
		{nation.SchemeISOAlpha3, "PAK", nation.Year(1960), "PK"},
		{nation.SchemeISOAlpha3, "xkx", nation.When{}, "XK"},
		{nation.SchemeISOAlpha3, "ROM", nation.When{}, "RO"},
		{nation.SchemeISOAlpha3, "ROM", nation.Year(2020), "-[RO] []"},
		{nation.SchemeCOW, "200", nation.When{}, "GB"},
		{nation.SchemeCOW, "2", nation.When{}, "US"},
		{nation.SchemeCOW, " 002 ", nation.When{}, "US"},
		{nation.SchemeCOW, "255", nation.When{}, "?DE PRUSSIA"},
		{nation.SchemeCOW, "255", nation.Year(1866), "PRUSSIA"},
		{nation.SchemeCOW, "255", nation.Year(1871), "?DE PRUSSIA"},
		{nation.SchemeCOW, "255", day(1871, 1, 18), "DE"},
		{nation.SchemeCOW, "255", nation.Year(1960), "-[DE PRUSSIA] [DDDE WEST-GERMANY]"},
		{nation.SchemeCOW, "260", nation.Year(1960), "WEST-GERMANY"},
		{nation.SchemeCOW, "260", nation.Year(2000), "-[WEST-GERMANY] [DE]"},
		{nation.SchemeCOW, "345", nation.Year(1990), "YUCS"},
		{nation.SchemeCOW, "345", nation.Year(2010), "RS"},
		{nation.SchemeCOW, "679", nation.Year(2000), "YE"},
		{nation.SchemeCOW, "678", nation.Year(2000), "-[NORTH-YEMEN] [YE]"},
		{nation.SchemeGleditschWard, "678", nation.Year(2000), "YE"},
		{nation.SchemeCOW, "210", nation.Year(1942), "NL"},
		{nation.SchemeCOW, "210", day(1942, 1, 1), "NL"},
		{nation.SchemeCOWLetters, "rus", nation.Year(1950), "SUHH"},
		{nation.SchemeCOW, "586", nation.When{}, "unknown"},
		{nation.SchemeCOW, "-9", nation.When{}, "unknown"},
		{nation.SchemeCOW, "", nation.When{}, "unknown"},
		{nation.SchemeCOW, "99999999999999999999", nation.When{}, "unknown"},
		{nation.SchemeCOW, "UKG", nation.When{}, "unknown"},
		{nation.SchemeCOWLetters, "200", nation.When{}, "unknown"},
		{nation.SchemeISOAlpha2, "P1", nation.When{}, "unknown"},
		{nation.SchemeISOAlpha2, "PAK", nation.When{}, "unknown"},
		{0, "PK", nation.When{}, "unknown"},
		{9, "586", nation.When{}, "unknown"},
	} {
		id, err := nation.LookupCode(c.scheme, c.code, c.at)
		if got := asked(nation.Answer{Match: nation.Match{ID: id}}, err); got != c.want {
			t.Errorf("LookupCode(%v, %q, %v) is %s, want %s", c.scheme, c.code, c.at, got, c.want)
		}
	}
}

func TestCodes_FindTheirState(t *testing.T) {
	for id := range nation.All() {
		last := nation.Scheme(0)
		for scheme, code := range nation.Codes(id) {
			if scheme != last && nation.Code(scheme, id) != code {
				t.Errorf("Code(%v, %s) is %q, and Codes has %q first", scheme, id, nation.Code(scheme, id), code)
			}
			last = scheme
			got, err := nation.LookupCode(scheme, code, nation.When{})
			var ambiguous *nation.AmbiguousError
			if got != id && !errors.As(err, &ambiguous) && scheme > nation.SchemeISONumeric {
				t.Errorf("LookupCode(%v, %s) is %q, %v, want %s", scheme, code, got, err, id)
			}
		}
	}
	got := fmt.Sprintln(nation.Code(nation.SchemeCOW, "GB"), nation.Code(nation.SchemeISONumeric, "AF"), nation.Code(nation.SchemeCOW, "US"),
		nation.Code(nation.SchemeISOAlpha3, "RO"), nation.Code(nation.SchemeISONumeric, "SD"), nation.Code(nation.SchemeCOW, "GL"), nation.Code(0, "PK"), nation.Code(nation.SchemeCOW, "zz"))
	if want := "200 004 2 ROU 729   \n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIterators_StopWhenTold(t *testing.T) {
	for range nation.All() {
		break
	}
	for range nation.Codes("PK") {
		break
	}
	for range nation.Codes("zz") {
		t.Error("zz has codes")
	}
	stop := 0
	for range nation.Names("SUHH") {
		if stop++; stop == 2 {
			break
		}
	}
	if nation.Withdrawn("zz") != 0 || nation.Withdrawn("PK") != 0 || nation.Withdrawn("SUHH") != 1992 {
		t.Error("Withdrawn is wrong")
	}
}

func TestEnumerations_HaveATextBothWays(t *testing.T) {
	for k := nation.KeyCode; k <= nation.KeyFormerName; k++ {
		b, err := k.MarshalText()
		var back nation.Key
		if back.UnmarshalText(b) != nil || err != nil || back != k || k.String() != string(b) {
			t.Errorf("%v is %s, %v", k, b, err)
		}
	}
	for s := nation.SchemeISOAlpha2; s <= nation.SchemeGleditschWard; s++ {
		b, err := s.MarshalText()
		var back nation.Scheme
		if back.UnmarshalText(b) != nil || err != nil || back != s || s.String() != string(b) {
			t.Errorf("%v is %s, %v", s, b, err)
		}
	}
	for a := nation.Assumption(0); a <= nation.AssumptionUndated; a++ {
		b, err := a.MarshalText()
		var back nation.Assumption
		if back.UnmarshalText(b) != nil || err != nil || back != a || a.String() != string(b) {
			t.Errorf("%v is %s, %v", a, b, err)
		}
	}
	got := fmt.Sprint(nation.Key(0), nation.Key(9), nation.Scheme(0), nation.Scheme(9), nation.Assumption(9))
	if want := "Key(0) Key(9) Scheme(0) Scheme(9) Assumption(9)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var k nation.Key
	if _, err := k.MarshalText(); err == nil || k.UnmarshalText([]byte("")) == nil || k.UnmarshalText([]byte("Code")) == nil {
		t.Error("the zero Key has a text")
	}
}

func TestErrors_SayWhatToDo(t *testing.T) {
	_, congo := nation.Lookup("Congo")
	_, unknown := nation.Lookup("Ameri")
	_, number := nation.Lookup("586")
	_, empty := nation.Lookup("")
	_, control := nation.Lookup("a\x00b")
	_, code := nation.LookupCode(nation.SchemeCOW, "586", nation.When{})
	_, reused := nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1871))
	_, absent := nation.At("Ukraine", nation.Year(1950))
	_, vietnam := nation.At("Vietnam", day(1960, 1, 1))
	for want, err := range map[string]error{
		`nation: "Congo" may mean more than one state; write one of the IDs CD, CG`:                                                     congo,
		`nation: unknown name or code: "Ameri": write an ISO 3166 code or one of the state's full names`:                                unknown,
		`nation: a number means nothing without its scheme: "586": use LookupCode with a scheme, such as SchemeISONumeric or SchemeCOW`: number,
		`nation: not a name: "": it is empty`:                                                                    empty,
		`nation: not a name: "a\x00b": it has control characters`:                                                control,
		`nation: unknown name or code: "586": it is no code of the scheme cow`:                                   code,
		`nation: "255" in 1871 may mean more than one state; write one of the IDs DE, PRUSSIA`:                   reused,
		`nation: "Ukraine": UA did not exist in 1950; SUHH existed instead`:                                      absent,
		`nation: "Vietnam" on 1960-01-01 may mean more than one state; write one of the IDs VDVN, SOUTH-VIETNAM`: vietnam,
	} {
		if err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %v", err, want)
		}
	}
	if !errors.Is(unknown, nation.ErrUnknown) || !errors.Is(number, nation.ErrNumber) || !errors.Is(empty, nation.ErrForm) || !errors.Is(code, nation.ErrUnknown) {
		t.Error("an error does not wrap what it should")
	}
}
