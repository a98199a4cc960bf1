package main

import (
	"strings"
	"testing"
)

func TestBrief_PutsPicturesWhereTheirRecordsAre(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args string
		want string // the pictures, each after the section that it is in
	}{
		{"-pictures timeline -as page -between PK,RU", "exercises timeline"},
		{"-pictures ties,years,timeline -as html -between PK,RU", "relations ties relations years exercises timeline"},
		{"-pictures timeline,ties -as page -kind meeting", "meetings timeline meetings ties"},
		{"-pictures ties -as page -sections statements,notes", "statements ties"},
	} {
		code, page, stderr := cli(strings.Fields("brief " + tt.args + " chronicle")...)
		if code != 0 || stderr != "" {
			t.Errorf("%s: exit code %d: %s", tt.args, code, stderr)
			continue
		}
		var got []string
		section := ""
		for _, part := range strings.Split(page, "<") {
			if name, ok := strings.CutPrefix(part, `section id="`); ok {
				section, _, _ = strings.Cut(name, `"`)
			}
			if name, ok := strings.CutPrefix(part, `title id="`); ok {
				name, _, _ = strings.Cut(name, "-")
				got = append(got, section, name)
			}
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.args, got, tt.want)
		}
	}
}

// A briefing of one year has a picture that still tells which years were searched.
func TestBrief_DrawsWhatWasSearched(t *testing.T) {
	t.Parallel()
	_, drawn, _ := cli(strings.Fields("chart years -between PK,RU -during 2021/2023 chronicle")...)
	code, page, stderr := cli(strings.Fields("brief -pictures years -as page -between PK,RU -during 2021/2023 chronicle")...)
	if code != 0 || drawn == "" || !strings.Contains(page, strings.TrimSpace(drawn)) {
		t.Errorf("the page does not have the picture that chart draws; exit code %d: %s", code, stderr)
	}
}
