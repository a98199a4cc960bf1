package brief_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente/brief"
)

// The first paragraph, in a language with cases too.
func TestLead_SaysWhatIsNew(t *testing.T) {
	t.Parallel()
	const none = ""
	for _, tt := range []struct{ members, en, ru string }{
		{`"agreements": [{"id": "a", FACT, "when": "2020", "name": {"en": "Pact"}, "parties": [{"actor": "FI"}, {"actor": "SE"}], "places": [{"name": {"en": "Turku"}}]}]`,
			none,
			none},
		{`"agreements": [{"id": "a", FACT, "when": "2020", "name": {"en": "Pact"}, "parties": [{"actor": "FI"}, {"actor": "SE"}], "places": [{"name": {"en": "Turku"}}]}, {"id": "b", FACT, "name": {"en": "Pact B"}, "parties": [{"actor": "FI"}, {"actor": "SE"}]}]`,
			"The most recent agreement is Pact in Turku (2020).",
			"Последнее по времени соглашение: 2020 год — Pact; место: Turku."},
		{`"statements": [{"id": "x", SAID, "speakers": ["FI"], "gist": {"en": "it rains"}}]`,
			none,
			none},
		{`"statements": [{"id": "x", SAID, "speakers": ["FI"], "gist": {"en": "it rains"}},{"id": "y", SAID, "speakers": ["FI"], "when": "2020", "gist": {"en": "it snows"}}]`,
			"Finland said that it snows.",
			"Финляндия заявляет, что it snows."},
		{`"assessments": [{"id": "x", JUDGED, "gist": {"en": "it rains"}, "modality": "unhedged"}]`,
			none,
			none},
		{`"assessments": [{"id": "x", JUDGED, "gist": {"en": "it rains"}, "modality": "unhedged"},{"id": "y", JUDGED, "gist": {"en": "it snows"}, "modality": "unhedged"}]`,
			"It rains.",
			"It rains."},
		{`"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}}]`,
			none,
			none},
		{`"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}},{"id": "far", FACT, "parties": ["FI", "NO"], "nature": {"en": "loud"}}]`,
			"Finland and Norway: loud.",
			"Финляндия и Норвегия: loud."},
		{`"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "trend": "growing"},{"id": "far", FACT, "parties": ["FI", "NO"], "nature": {"en": "loud"}, "trend": "cooling"}], "assessments": [{"id": "x", JUDGED, "about": "far", "gist": {"en": "it rains"}, "modality": "unhedged"}]`,
			"Ties between Finland and Norway are cooling.",
			"Финляндия и Норвегия: в отношениях наблюдается охлаждение."},
		{`"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "trend": "growing"},{"id": "far", FACT, "parties": ["FI", "NO"], "nature": {"en": "loud"}, "trend": "cooling"}], "meetings": [{"id": "m", FACT, "when": "2021", "attendees": [{"actor": "NO"},{"actor":"FI"}]},{"id": "n", FACT, "when": "2022", "attendees": [{"actor": "NO"},{"actor":"SE"}]},{"id": "k", FACT, "when": "2020", "attendees": [{"actor": "NO"},{"actor":"FI"}]},{"id": "l", FACT, "when": "2019", "attendees": [{"actor": "NO"},{"actor":"FI"}]}]`,
			"Ties between Finland and Norway are cooling. Norway and Finland met in 2021. Norway and Finland met in 2020.",
			"Финляндия и Норвегия: в отношениях наблюдается охлаждение. 2021 год — встретились Норвегия и Финляндия. 2020 год — встретились Норвегия и Финляндия."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020", "status": "held"},{"id": "b", FACT, "name": {"en": "Snow"}, "when": "2020", "status": "held"}]`,
			"The exercise Ice was held (2020).",
			"2020 год — проведено учение Ice."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2022", "status": "planned"},{"id": "b", FACT, "name": {"en": "Snow"}, "when": "2020", "status": "held"}]`,
			"The exercise Snow was held (2020).",
			"2020 год — проведено учение Snow."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2022", "status": "held"},{"id": "b", FACT, "name": {"en": "Snow"}, "when": "2020", "status": "under-way"}]`,
			"The exercise Snow was under way (2020).",
			"2020 год — проводится учение Snow."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "number": 1},{"id": "b", FACT, "name": {"en": "Snow"}, "number": 2}]`,
			"The sources name the exercise Snow.",
			"Названо учение Snow."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020-05-01/2020-05-03", "status": "held", "places": [{"name": {"en": "Turku"}}], "contingents": [{"nation": "FI"},{"nation": "SE"},{"nation": "NO"},{"nation": "DK"}]}]`,
			"The exercise Ice was held in Turku (1–3 May 2020), with Finland, Sweden, Norway and Denmark taking part.",
			"1–3 мая 2020 года проведено учение Ice; место: Turku; участники: Финляндия, Швеция, Норвегия и Дания."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020-05-01/2020-06", "status": "held", "places": [{"name": {"en": "a field, near Turku"}}], "contingents": [{"nation": "FI"},{"nation": "SE"},{"nation": "NO"},{"nation": "DK"},{"nation": "DE"}]}]`,
			"The exercise Ice was held at a field, near Turku (from 1 May 2020 to June 2020), with 5 sides taking part.",
			"С 1 мая 2020 года по июнь 2020 года — проведено учение Ice; место: a field, near Turku; участники: 5 сторон."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020-05-01/..", "status": "under-way", "places": [{"name": {"en": "Field, Turku"}}]}]`,
			"The exercise Ice was under way at Field, Turku (since 1 May 2020).",
			"С 1 мая 2020 года проводится учение Ice; место: Field, Turku."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020-05-XX", "status": "held", "places": [{"name": {"en": "the field"}}]}]`,
			"The exercise Ice was held at the field (May 2020, day not known).",
			"Май 2020 года (день неизвестен) — проведено учение Ice; место: the field."},
		{`"exercises": [{"id": "a", FACT, "name": {"en": "Ice"}, "when": "2020-05-01", "status": "held", "places": [{"facility": "hq"}]}], "organizations": [{"id": "hq", FACT, "name": {"en": "Main Base"}, "type": "unit"}]`,
			"The exercise Ice was held at Main Base (1 May 2020).",
			"1 мая 2020 года проведено учение Ice; место: Main Base."},
		{`"meetings": [{"id": "m", FACT, "when": "2021-05-01~", "attendees": [{"actor": "NO"},{"actor":"FI"}]}]`,
			"Norway and Finland met on about 1 May 2021.",
			"Примерно 1 мая 2021 года встретились Норвегия и Финляндия."},
		{`"meetings": [{"id": "m", FACT, "when": "2021-05-01?", "attendees": [{"actor": "NO"},{"actor":"FI"}]}]`,
			"Norway and Finland met on 1 May 2021 (uncertain).",
			"1 мая 2021 года (предположительно) встретились Норвегия и Финляндия."},
		{`"meetings": [{"id": "m", FACT, "when": "2021-05-01", "attendees": [{"actor": "NO"},{"actor":"FI"}]}]`,
			"Norway and Finland met on 1 May 2021.",
			"1 мая 2021 года встретились Норвегия и Финляндия."},
		{`"meetings": [{"id": "m", FACT, "when": "2021-05-01/2021-05-02", "attendees": [{"actor": "NO"},{"actor":"FI"}]}]`,
			"Norway and Finland met (1–2 May 2021).",
			"1–2 мая 2021 года встретились Норвегия и Финляндия."},
		{`"meetings": [{"id": "m", FACT, "when": "2021-05", "attendees": [{"actor": "NO"},{"actor":"FI"},{"actor":"SE"},{"actor":"DK"}]}]`,
			"Norway, Finland, Sweden and Denmark met in May 2021.",
			"Май 2021 года — встретились Норвегия, Финляндия, Швеция и Дания."},
		{`"meetings": [{"id": "m", FACT, "name": {"en": "the talks"}, "when": "2021-05", "attendees": [{"actor": "NO"},{"actor":"FI"},{"actor":"SE"},{"actor":"DK"},{"actor":"DE"}]}]`,
			"Meeting held: the talks in May 2021.",
			"Май 2021 года — состоялась встреча: the talks."},
		{`"meetings": [{"id": "m", FACT, "when": "2021-05-01", "places": [{"nation": "SE"}], "attendees": [{"actor": "o"}]}]`,
			"Otto (Finland) made a visit on 1 May 2021 in Sweden.",
			"1 мая 2021 года состоялся визит: Otto (Финляндия); место: Швеция."},
		{`"meetings": [{"id": "m", FACT, "timing": {"en": "yesterday"}, "attendees": [{"actor": "o"},{"actor": "p"}]}]`,
			"Otto (Finland) and Pia met yesterday.",
			"Yesterday встретились Otto (Финляндия) и Pia."},
		{`"meetings": [{"id": "m", FACT, "timing": {"en": "the week (first) of May"}, "attendees": [{"actor": "o"},{"actor": "p"}]}]`,
			"Otto (Finland) and Pia met (the week, first, of May).",
			"The week (first) of May — встретились Otto (Финляндия) и Pia."},
		{`"meetings": [{"id": "m", FACT, "attendees": [{"actor": "o"},{"actor": "p"}]}]`,
			"Otto (Finland) and Pia met.",
			"Встретились Otto (Финляндия) и Pia."},
		// The relations of more than eight parties, or of one, have no meetings of their own.
		{`"partnerships": [{"id": "ties", FACT, "name": {"en": "nine"}, "parties": ["FI", "SE", "NO", "DK", "DE", "FR", "PL", "EE", "LV"], "nature": {"en": "n"}, "trend": "growing"}],
			"meetings": [{"id": "m", FACT, "when": "2021", "attendees": [{"actor": "FI"}, {"actor": "SE"}]}, {"id": "n", FACT, "when": "2022", "attendees": [{"actor": "FI"}, {"actor": "JP"}]}]`,
			"Nine: ties are growing. Finland and Japan met in 2022. Finland and Sweden met in 2021.",
			"Nine: в отношениях наблюдается сближение. 2022 год — встретились Финляндия и Япония. 2021 год — встретились Финляндия и Швеция."},
		{`"partnerships": [{"id": "ties", FACT, "name": {"en": "eight"}, "parties": ["FI", "SE", "NO", "DK", "DE", "FR", "PL", "EE"], "nature": {"en": "n"}, "trend": "growing"}],
			"meetings": [{"id": "m", FACT, "when": "2021", "attendees": [{"actor": "o"}, {"actor": "EE"}]}, {"id": "n", FACT, "when": "2022", "attendees": [{"actor": "FI"}, {"actor": "JP"}]},
				{"id": "k", FACT, "when": "2023", "attendees": [{"actor": "o"}], "places": [{"nation": "SE"}]}, {"id": "l", FACT, "when": "2024", "attendees": [{"actor": "o"}, {"actor": "FI"}]}]`,
			"Eight: ties are growing. Otto (Finland) and Finland met in 2024. Otto and Estonia met in 2021.",
			"Eight: в отношениях наблюдается сближение. 2024 год — встретились Otto (Финляндия) и Финляндия. 2021 год — встретились Otto и Эстония."},
		// A name need not be one of parties.
		{`"partnerships": [{"id": "ties", FACT, "name": {"en": "Franco-Japanese defence partnership"}, "parties": ["FR", "JP"], "nature": {"en": "n"}, "trend": "warming"}]`,
			"Ties between France and Japan are warming.",
			"Франция и Япония: в отношениях наблюдается потепление."},
		// Nobody takes part in an exercise that may or will not be held.
		{`"exercises": [{"id": "x", FACT, "name": {"en": "Exercise X", "ru": "«Учение „Икс“»"}, "status": "cancelled", "when": "2024", "contingents": [{"nation": "FR"}, {"nation": "JP"}]}]`,
			"The exercise X was cancelled (2024); it was to involve France and Japan.",
			"2024 год — отменено учение „Икс“; заявленные участники: Франция и Япония."},
		{`"exercises": [{"id": "x", FACT, "name": {"en": "“Exercise X”", "ru": "Учения «Икс»"}, "status": "planned", "when": "2024", "contingents": [{"nation": "FR"}]}]`,
			"The exercise “X” is planned (2024), to involve France.",
			"2024 год — запланировано учение «Икс»; заявленные участники: Франция."},
		{`"exercises": [{"id": "x", FACT, "name": {"en": "exercise X", "ru": "«Учение Икс»"}, "status": "proposed", "contingents": [{"nation": "FR"}, {"nation": "JP"}, {"nation": "FI"}, {"nation": "SE"}, {"nation": "NO"}]}]`,
			"The exercise X has been proposed, to involve 5 sides.",
			"Предложено учение «Икс»; заявленные участники: 5 сторон."},
		// Exercises of the parties alone come before those with others.
		{`"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "n"}, "trend": "growing"}],
			"exercises": [{"id": "x", FACT, "name": {"en": "Ice"}, "status": "held", "when": "2022", "contingents": [{"nation": "FI"}, {"nation": "SE"}, {"nation": "NO"}]},
				{"id": "y", FACT, "name": {"en": "Snow"}, "status": "held", "when": "2020", "contingents": [{"nation": "FI"}, {"nation": "SE"}, {"nation": "NO", "role": "observer"}]},
				{"id": "z", FACT, "name": {"en": "Fog"}, "status": "held", "when": "2023", "contingents": [{"nation": "FI"}]}]`,
			"Ties between Finland and Sweden are growing. The exercise Snow was held (2020), with Finland and Sweden taking part.",
			"Финляндия и Швеция: в отношениях наблюдается сближение. 2020 год — проведено учение Snow; участники: Финляндия и Швеция."},
		// The relations that most records are about come first, whoever is named first.
		{`"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "n"}, "trend": "growing"}, {"id": "far", FACT, "parties": ["NO", "FI"], "nature": {"en": "n"}, "trend": "cooling"},
				{"id": "dull", FACT, "parties": ["NO", "DK"], "nature": {"en": "n"}}],
			"exercises": [{"id": "x", FACT, "name": {"en": "Ice"}, "contingents": [{"nation": "FI"}, {"nation": "FI"}, {"nation": "NO"}]}],
			"meetings": [{"id": "m", FACT, "when": "2021", "attendees": [{"actor": "o"}, {"actor": "FI"}, {"actor": "SE"}, {"actor": "NO"}]}]`,
			"Ties between Norway and Finland are cooling. The sources name the exercise Ice, with Finland and Norway taking part. Otto (Finland), Finland, Sweden and Norway met in 2021.",
			"Норвегия и Финляндия: в отношениях наблюдается охлаждение. Названо учение Ice; участники: Финляндия и Норвегия. 2021 год — встретились Otto (Финляндия), Финляндия, Швеция и Норвегия."},
		// A headline of another item is no news.
		{`"partnerships": [{"id": "ties", "basis": "reported", "cites": [{"source": "s", "part": "related-headline"}], "parties": ["FI", "SE"], "nature": {"en": "n"}, "trend": "growing"}],
			"exercises": [{"id": "x", "basis": "reported", "cites": [{"source": "s", "part": "related-headline"}], "name": {"en": "Ice"}, "when": "2022"}, {"id": "y", FACT, "name": {"en": "Snow"}, "when": "2020"}]`,
			"The sources name the exercise Snow (2020).",
			"2020 год — названо учение Snow."},
		// Of two meetings on which nothing differs, the first is first.
		{`"meetings": [{"id": "m", FACT, "when": "2021-05-01/2021-05-03", "attendees": [{"actor": "NO"}, {"actor": "FI"}]}, {"id": "n", FACT, "when": "2021-05-01/2021-05-04", "attendees": [{"actor": "FI"}, {"actor": "SE"}]},
				{"id": "k", FACT, "when": "2021-05-01/2021-05-03", "attendees": [{"actor": "DK"}, {"actor": "FI"}]}]`,
			"Finland and Sweden met (1–4 May 2021). Denmark and Finland met (1–3 May 2021).",
			"1–4 мая 2021 года встретились Финляндия и Швеция. 1–3 мая 2021 года встретились Дания и Финляндия."},
	} {
		d := decode(t, north+tt.members+", "+sourceS)
		for lang, want := range map[string]string{"en": tt.en, "ru": tt.ru} {
			w := brief.Writer{Language: language.Make(lang), Title: "-", Sections: []brief.Section{brief.SectionSources}}
			got := strings.Split(write(t, w, d), "\n\n")[2]
			got = strings.NewReplacer(" [1]", "", "\u00a0", " ").Replace(got)
			if strings.Contains(got, "\n") { // the next section
				got = none
			}
			if got != want {
				t.Errorf("%s in %s: %q, want %q", tt.members, lang, got, want)
			}
		}
	}
}

// Words of a source become a part of the sentence where they can.
func TestLead_TellsWhenPeopleMet(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ time, en, ru, ur string }{
		{`"when": "2021-05-01?"`, "met on 1 May 2021 (uncertain) in Turku", "1 мая 2021 года (предположительно) встретились", "1 مئی 2021 (غیر یقینی) کو Turku میں ملاقات"},
		{`"when": "2021-05-01%"`, "met on about 1 May 2021 (uncertain) in Turku", "Примерно 1 мая 2021 года (предположительно) встретились", "تقریباً 1 مئی 2021 (غیر یقینی) کو Turku میں ملاقات"},
		{`"when": "2021-05?"`, "met in May 2021 (uncertain) in Turku", "Май 2021 года (предположительно) — встретились", "مئی 2021 (غیر یقینی) میں Turku میں ملاقات"},
		{`"when": "2021-21"`, "met in spring 2021 in Turku", "Весна 2021 года — встретились", "موسمِ بہار 2021 میں Turku میں ملاقات"},
		{`"when": "202X"`, "met in the 2020s in Turku", "2020-е годы — встретились", "2020 کی دہائی میں Turku میں ملاقات"},
		{`"when": "20XX"`, "met in Turku (the years 2000–2099)", "2000–2099 годы — встретились", "Turku میں (2000 تا 2099 کے سال) ملاقات"},
		{`"when": "2021-05-XX"`, "met in Turku (May 2021, day not known)", "Май 2021 года (день неизвестен) — встретились", "Turku میں (مئی 2021، دن معلوم نہیں) ملاقات"},
		{`"when": "2021-05-01?/2021-05-03"`, "met in Turku (from 1 May 2021, uncertain, to 3 May 2021)", "С 1 мая 2021 года (предположительно) по 3 мая 2021 года встретились", "Turku میں (1 مئی 2021، غیر یقینی، سے 3 مئی 2021 تک) ملاقات"},
		{`"timing": {"en": "recently", "ru": "недавно", "ur": "حال ہی میں"}`, "met recently in Turku", "Недавно встретились", "حال ہی میں Turku میں ملاقات"},
		{`"timing": {"en": "last week", "ru": "на прошлой неделе", "ur": "گزشتہ ہفتے"}`, "met last week in Turku", "На прошлой неделе встретились", "گزشتہ ہفتے Turku میں ملاقات"},
		{`"timing": {"en": "during a visit, reported in May", "ru": "во время визита, сообщение в мае", "ur": "دورے کے دوران، خبر مئی میں"}`, "met in Turku (during a visit, reported in May)", "Во время визита, сообщение в мае — встретились", "Turku میں (دورے کے دوران، خبر مئی میں) ملاقات"},
		{`"timing": {"en": "early May", "ru": "начало мая", "ur": "مئی کا آغاز"}`, "met in Turku (early May)", "Начало мая — встретились", "Turku میں (مئی کا آغاز) ملاقات"},
		{`"timing": {"en": "in May"}`, "met in May in Turku", "In May — встретились", "Turku میں (in May) ملاقات"},
	} {
		d := decode(t, north+`"meetings": [{"id": "m", FACT, `+tt.time+`, "places": [{"name": {"en": "Turku"}}], "attendees": [{"actor": "NO"}, {"actor": "FI"}]}], `+sourceS)
		for lang, want := range map[string]string{"en": tt.en, "ru": tt.ru, "ur": tt.ur} {
			w := brief.Writer{Language: language.Make(lang), Title: "-", Sections: []brief.Section{brief.SectionSources}}
			if got := strings.ReplaceAll(write(t, w, d), "\u00a0", " "); !strings.Contains(got, want) {
				t.Errorf("%s in %s: %q, want %q", tt.time, lang, got, want)
			}
		}
	}
}
