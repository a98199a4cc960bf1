package nation_test

import (
	"encoding/json"
	"flag"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente/nation"
	"github.com/google/go-cmp/cmp"
)

func TestWhen_ReadsWhatItWrites(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]nation.When{
		"":                      {},
		"1950":                  nation.Year(1950),
		"0000":                  nation.Year(0),
		"-0044":                 nation.Year(-44),
		"9999":                  nation.Year(math.MaxInt),
		"1950-06-25":            day(1950, time.June, 25),
		"-0044-03-15":           day(-44, time.March, 15),
		"2000-02-29":            day(2000, time.February, 29),
		"1950-06-25/1951-01-01": nation.Days(time.Date(1950, 6, 25, 0, 0, 0, 0, time.UTC), time.Date(1951, 1, 1, 0, 0, 0, 0, time.UTC)),
	} {
		got := nation.Year(1)
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
		if written, err := want.MarshalText(); err != nil || string(written) != text {
			t.Errorf("%v is written as %q, %v", want, written, err)
		}
		if written, err := want.AppendText([]byte("in ")); err != nil || string(written) != "in "+text {
			t.Errorf("%v is appended as %q, %v", want, written, err)
		}
	}
	for text, want := range map[string]string{
		"1950/1952":       "1950-01-01/1952-12-31",
		"1950/1950":       "1950",
		"1950/1950-06-25": "1950-01-01/1950-06-25",
		"1950-12-31/1950": "1950-12-31",
	} {
		var got nation.When
		if err := got.UnmarshalText([]byte(text)); err != nil || got.String() != want {
			t.Errorf("%q: %v, %v, want %s", text, got, err, want)
		}
	}
}

func TestWhen_RefusesWhatIsNoTime(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		" ", "50", "19500", "+950", "-0000", "1950-13-01", "1950-00-10", "1950-02-30", "1900-02-29", "1950-06", "1950-6-25", "1950-06-2５", "1950x06-25",
		"1950-06x25", "25.06.1950", "/", "1950/", "/1950", "1950//1951", "1950/1951/1952", "1952/1950", "1950-06-25/1949", "when", "1950\n", "１９５０",
		strings.Repeat("9", 1<<16),
	} {
		got := nation.Year(1950)
		if err := got.UnmarshalText([]byte(text)); err == nil || got != nation.Year(1950) {
			t.Errorf("%.20q: %v, %v", text, got, err)
		}
	}
	var w nation.When
	if err := w.UnmarshalText([]byte("1950/")); err == nil ||
		err.Error() != `nation: "1950/" is not a time; write a year as 1950, a day as 1950-06-25, and a range as 1950/1952` {
		t.Error(err)
	}
}

func TestWhen_GoesThroughJSONAndFlags(t *testing.T) {
	t.Parallel()
	want := struct {
		At   nation.When
		Held nation.Period
		None nation.When
	}{At: day(1950, time.June, 25), Held: nation.Period{First: nation.Year(1918), Last: nation.Year(1990)}}
	data, err := json.Marshal(want)
	if err != nil || string(data) != `{"At":"1950-06-25","Held":{"First":"1918","Last":"1990"},"None":""}` {
		t.Errorf("%s, %v", data, err)
	}
	got := want
	got.At, got.Held, got.None = nation.Year(1), nation.Period{}, nation.Year(2)
	if err := json.Unmarshal(data, &got); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var at nation.When
	flags.TextVar(&at, "at", nation.When{}, "")
	if err := flags.Parse([]string{"-at", "1950"}); err != nil || at != nation.Year(1950) {
		t.Errorf("%v, %v", at, err)
	}
}

func FuzzWhen(f *testing.F) {
	for _, s := range []string{"", "1950", "-0044", "1950-06-25", "1950-06-25/1951-01-01", "1950/1952", "-9999/9999", "2000-02-29", "-0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var w, again nation.When
		if w.UnmarshalText([]byte(s)) != nil {
			return
		}
		text := w.String()
		if err := again.UnmarshalText([]byte(text)); err != nil || again != w {
			t.Errorf("%q gives %v, which gives %v, %v", s, w, again, err)
		}
		if text != s && !strings.Contains(s, "/") {
			t.Errorf("%q gives %q", s, text)
		}
	})
}
