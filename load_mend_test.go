package entente

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mendedCopy returns what the slow reading makes of a file, and how many slips
// it reports on the way.
func mendedCopy(text string) (string, int) {
	d := fileDiagnoser{s: new(Loader).settings(), file: file{"f", []byte(text)}, want: 100}
	d.mend()
	return string(d.file.data), len(d.problems)
}

func TestMend_PutsRightWhatIsCertain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, want string
		slips      int
	}{
		{`{"a": [1, 2]}`, `{"a": [1, 2]}`, 0},
		{`{"a": [1, 2,],}`, `{"a": [1, 2 ] }`, 2},
		{`{"a": [, 1,, 2]}`, `{"a": [  1,  2]}`, 2},
		{"{\"a\": 1\n\"b\": [{}\n{}]}", "{\"a\": 1,\"b\": [{},{}]}", 2},
		{"{ // one\n\"a\": /* two\n*/ 1 # three\n}", "{       \n\"a\":           1        \n}", 3},
		{`{'a': 'b'}`, `{"a": "b"}`, 2},
		{`{“a”: „b“, «c»: ‘d’}`, `{  "a"  :   "b"  ,  "c" :   "d"  }`, 4},
		{`{"a": True, "b": FALSE}`, `{"a": true, "b": false}`, 2},
		{"{\u00a0\"a\":\u20031}", "{  \"a\":   1}", 2},
		{"{„a”: ”b“, ’c’: ‘d’}", "{  \"a\"  :   \"b\"  ,   \"c\"  :   \"d\"  }", 4},
		{"{`a´: `b`, \"c\": [‘d’]}", "{\"a\" : \"b\", \"c\": [  \"d\"  ]}", 3},
		{`{"c": ‘d’`, `{"c":   "d"  `, 1},
		{"{\"a\": /**/ 1, // x\r\n\"b\": 2 #}\n}", "{\"a\":      1,     \r\n\"b\": 2   \n}", 3},
		{`[[1] [2] "x" {"a": 1 "b" : 2} "y"]`, `[[1],[2],"x",{"a": 1,"b" : 2},"y"]`, 5},
		{`{"a": 1; "b": [1;2]}`, `{"a": 1, "b": [1,2]}`, 2},
		// What follows is left as it is.
		{`{"a": "say "hi" to"}`, `{"a": "say "hi" to"}`, 0},
		{`{"a": "say " "hi"}`, `{"a": "say " "hi"}`, 0},
		{`{'a "b': 1}`, `{'a "b': 1}`, 0},
		{`{'it's': 1}`, `{'it's': 1}`, 0},
		{`{"a", "b": 1}`, `{"a", "b": 1}`, 0},
		{`{a: 1}`, `{a: 1}`, 0},
		{`{"a": 1`, `{"a": 1`, 0},
		{`{"a": [1 2]}`, `{"a": [1 2]}`, 0},
		{`{"a": None,}`, `{"a": None,}`, 0},
		{`{"a": /* 1}`, `{"a": /* 1}`, 0},
		{`{"a": “"b”}`, `{"a": “"b”}`, 0},
		{"{\"a\": “b\n”}", "{\"a\": “b\n”}", 0},
		{`{"a": “b” x}`, `{"a": “b” x}`, 0},
		{`{"a": «b”}`, `{"a": «b”}`, 0},
		{`{"a": 1 {"b": 2}}`, `{"a": 1 {"b": 2}}`, 0},
		{`{"a": 1 "b"}`, `{"a": 1 "b"}`, 0},
		{`{"a": 1 "b" `, `{"a": 1 "b" `, 0},
		{`{"a": 1 "b`, `{"a": 1 "b`, 0},
		{"{\"a\": 1 \"b\n\": 2}", "{\"a\": 1 \"b\n\": 2}", 0},
		{`["a""b"]`, `["a""b"]`, 0},
		{`["a" true]`, `["a" true]`, 0},
		{`{"a": /x 1}`, `{"a": /x 1}`, 0},
		{`{"a": 1,} x`, `{"a": 1 } x`, 1},
	} {
		text := c.text
		got, slips := mendedCopy(text)
		if diff := cmp.Diff(strings.ReplaceAll(c.want, "\n", " "), strings.ReplaceAll(got, "\n", " ")); diff != "" || slips != c.slips || text != c.text {
			t.Errorf("%s: %d slips, want %d; mended (-want +got):\n%s", c.text, slips, c.slips, diff)
		}
		if len(got) != len(text) {
			t.Errorf("%s: %d bytes become %d", c.text, len(text), len(got))
		}
	}
}
