package brief

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

var periods = []struct{ period, en, ru, ur string }{
	{"2024-10-13", "13 October 2024", "13 октября 2024 года", "13 اکتوبر 2024"},
	{"2024-10", "October 2024", "октябрь 2024 года", "اکتوبر 2024"},
	{"2024", "2024", "2024 год", "2024"},
	{"0800", "800", "800 год", "800"},
	{"202X", "the 2020s", "2020-е годы", "2020 کی دہائی"},
	{"20XX", "the years 2000–2099", "2000–2099 годы", "2000 تا 2099 کے سال"},
	{"2024-10-XX", "October 2024, day not known", "октябрь 2024 года, день неизвестен", "اکتوبر 2024 (دن معلوم نہیں)"},
	{"2024-10-XX/..", "since October 2024, day not known", "с октября 2024 года, день неизвестен", "اکتوبر 2024 (دن معلوم نہیں) سے"},
	{"2024-XX", "2024, month not known", "2024 год, месяц неизвестен", "2024 (مہینہ معلوم نہیں)"},
	{"2008%/..", "since about 2008 (uncertain)", "примерно с 2008 года (под вопросом)", "تقریباً 2008 سے (غیر یقینی)"},
	{"2024-03-05/2024-03-05", "5 March 2024", "5 марта 2024 года", "5 مارچ 2024"},
	{"2024-10~", "about October 2024", "примерно октябрь 2024 года", "تقریباً اکتوبر 2024"},
	{"2024?", "2024 (uncertain)", "2024 год (под вопросом)", "2024 (غیر یقینی)"},
	{"2024%", "about 2024 (uncertain)", "примерно 2024 год (под вопросом)", "تقریباً 2024 (غیر یقینی)"},
	{"2024-10-13/2025-01-02", "from 13 October 2024 to 2 January 2025", "с 13 октября 2024 года по 2 января 2025 года", "13 اکتوبر 2024 سے 2 جنوری 2025 تک"},
	{"2024-05/2025", "from May 2024 to 2025", "с мая 2024 года по 2025 год", "مئی 2024 سے 2025 تک"},
	{"2016/..", "since 2016", "с 2016 года", "2016 سے"},
	{"201X/..", "since the 2010s", "с 2010-х годов", "2010 کی دہائی سے"},
	{"2016-03~/..", "since about March 2016", "примерно с марта 2016 года", "تقریباً مارچ 2016 سے"},
	{"../2024-10", "until October 2024", "по октябрь 2024 года", "اکتوبر 2024 تک"},
	{"2024-10/", "from October 2024, to an end that is not known", "с октября 2024 года, окончание неизвестно", "اکتوبر 2024 سے، اختتام معلوم نہیں"},
	{"/2024", "until 2024, from a beginning that is not known", "по 2024 год, начало неизвестно", "2024 تک، آغاز معلوم نہیں"},
}

func TestPeriod_InWords(t *testing.T) {
	for _, tt := range periods {
		p := entente.MustParsePeriod(tt.period)
		for lang, want := range map[string]string{"en": tt.en, "ru": tt.ru, "ur": tt.ur} {
			if got := newLocalizer(language.Make(lang), nil).period(p).text(); got != want {
				t.Errorf("%s in %v: %q, want %q", tt.period, lang, got, want)
			}
		}
	}
	if l := newLocalizer(language.Urdu, nil).period(entente.Period{}); l != nil {
		t.Errorf("the zero Period is %v", l)
	}
}
