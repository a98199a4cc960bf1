package brief

import (
	"slices"

	"github.com/entente-go/entente"
)

// meetings returns the meetings, and under each what was said there.
func (c *composer) meetings() group {
	var g group
	statements := slices.Collect(c.data.Statements())
	for m := range c.data.Meetings() {
		sentences := []line{c.v.say("%[1]s.", c.name(m.ID)), c.when(m.Fact)}
		var present []line
		for _, a := range m.Attendees {
			present = append(present, c.attendee(a))
		}
		sentences = append(sentences, c.labelled("Present: %[1]s.", c.joined("%[1]s; %[2]s", present)),
			c.labelled("Place: %[1]s.", c.place(m.Place)))
		if m.Auspices != "" {
			sentences = append(sentences, c.v.say("Under the auspices of: %[1]s.", c.name(m.Auspices)))
		}
		sentences = append(sentences, c.labelled("Purpose: %[1]s.", c.words(m.Purpose)))
		e := c.entry(m.Fact, sentences...)
		for _, s := range statements {
			if s.Meeting == m.ID {
				c.met[s.ID] = true
				e.sub = append(e.sub, c.statement(s))
			}
		}
		g.entries = append(g.entries, e)
	}
	return g
}

func (c *composer) attendee(a entente.Attendee) line {
	name := c.name(a.Actor)
	switch {
	case a.For != "" && a.Leads:
		return c.v.say("%[1]s (for: %[2]s; head of the delegation)", name, c.name(a.For))
	case a.For != "":
		return c.v.say("%[1]s (for: %[2]s)", name, c.name(a.For))
	case a.Leads:
		return c.v.say("%[1]s (head of the delegation)", name)
	}
	return name
}

// statements returns what was said at no meeting of the dataset.
func (c *composer) statements() group {
	var g group
	for s := range c.data.Statements() {
		if c.met[s.ID] {
			continue
		}
		e := c.statement(s)
		if s.Meeting != "" {
			e.line = join(e.line, c.v.say("Said at: %[1]s.", c.name(s.Meeting)))
		}
		g.entries = append(g.entries, e)
	}
	return g
}

// statement returns a statement as a saying: who said it, and how.
func (c *composer) statement(s entente.Statement) entry {
	speaker := c.both(s.Speakers)
	switch to := c.nameList(s.To); {
	case s.For != "" && len(to) > 0:
		speaker = c.v.say("%[1]s (for: %[2]s; to: %[3]s)", speaker, c.name(s.For), to)
	case s.For != "":
		speaker = c.v.say("%[1]s (for: %[2]s)", speaker, c.name(s.For))
	case len(to) > 0:
		speaker = c.v.say("%[1]s (to: %[2]s)", speaker, to)
	}
	key := keyOf(speechActKeys, s.Act)
	if key == "" {
		key = speechActKeys[entente.SpeechActSaid]
	}
	said := join(c.v.say(key, speaker, c.words(s.Gist)), c.when(s.Fact))
	return c.grounded(s.Fact, said)
}

// judgements returns the assessments of one degree.
func (c *composer) judgements(m entente.Modality) group {
	g := group{key: degreeGroupKeys[m]}
	for a := range c.data.Assessments() {
		if a.Modality == m {
			g.entries = append(g.entries, c.judgement(a))
		}
	}
	return g
}

func (c *composer) judgement(a entente.Assessment) entry {
	gist := c.words(a.Gist)
	if hedge := c.asCited(a.Hedge, a.Cites); len(hedge) > 0 {
		gist = c.v.say("%[1]s (hedge as printed: %[2]s)", gist, hedge)
	}
	var judged line
	switch {
	case a.By == "":
		judged = c.v.say(modalityKeys[a.Modality], gist)
	case a.Basis == entente.BasisAttributed:
		judged = c.v.say(saidKeys[a.Modality], c.name(a.By), gist)
	default:
		judged = c.v.say(judgedKeys[a.Modality], c.name(a.By), gist)
	}
	sentences := []line{judged, c.labelled("For: %[1]s.", c.nameList(a.Affects))}
	if a.About != "" {
		sentences = append(sentences, c.v.say("About: %[1]s.", c.name(a.About)))
	}
	l := join(append(sentences, c.when(a.Fact))...)
	return c.grounded(a.Fact, l)
}
