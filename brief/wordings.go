package brief

import (
	"slices"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/message/catalog"
)

// A wording is what stands under one key in the languages of this package.
//
// Names are put in as they are. So the sentences are such as to take them in
// the nominative: in Russian and Urdu mostly a label and a colon, and for what
// was said an impersonal form that does not ask for the speaker's gender.
type wording struct {
	key        string
	en, ru, ur catalog.Message
}

// wordings returns all wordings, in the order in which a briefing has them.
func wordings() []wording {
	return slices.Concat(frameWordings(), numberWordings(), dateWordings(), actorWordings(), relationWordings(),
		exerciseWordings(), speechWordings(), judgementWordings(), openWordings(), memberWordings(), topicWordings())
}

// same is a wording whose key is the English sentence.
func same(key, ru, ur string) wording { return with(key, key, ru, ur) }

// with is a wording whose key says more than the English sentence.
func with(key, en, ru, ur string) wording {
	return wording{key, catalog.String(en), catalog.String(ru), catalog.String(ur)}
}

// counted is a wording that depends on the number that is argument arg.
func counted(key string, arg int, en [2]string, ru [3]string, ur [2]string) wording {
	return wording{key,
		plural.Selectf(arg, "%d", plural.One, en[0], plural.Other, en[1]),
		plural.Selectf(arg, "%d", plural.One, ru[0], plural.Few, ru[1], plural.Many, ru[2], plural.Other, ru[2]),
		plural.Selectf(arg, "%d", plural.One, ur[0], plural.Other, ur[1])}
}

// numbered is a wording for one thing or for more than one, whatever their
// number.
func numbered(key string, arg int, en, ru, ur [2]string) wording {
	of := func(w [2]string) catalog.Message { return plural.Selectf(arg, "%d", "=1", w[0], plural.Other, w[1]) }
	return wording{key, of(en), of(ru), of(ur)}
}

func frameWordings() []wording {
	return []wording{
		same("Briefing", "Справка", "بریفنگ"),
		same("The selection holds no records.", "В выборке нет ни одной записи.", "اس انتخاب میں کوئی اندراج نہیں۔"),
		same("In numbers", "В цифрах", "اعداد و شمار"),
		same("Who", "Действующие лица", "فریق اور شخصیات"),
		same("What binds them, and how it is moving", "Что их связывает и куда это движется", "باہمی روابط اور ان کا رخ"),
		same("Exercises", "Учения", "مشقیں"),
		same("Meetings, and what was said there", "Встречи и что на них было сказано", "ملاقاتیں اور ان میں کہی گئی باتیں"),
		same("What was said", "Что было сказано", "کیا کہا گیا"),
		same("Said outside these meetings", "Сказано вне этих встреч", "ان ملاقاتوں کے علاوہ کہی گئی باتیں"),
		same("What is judged and expected, and for whom", "Оценки и ожидания: что и для кого", "اندازے اور توقعات: کیا اور کس کے لیے"),
		same("Where sources differ", "Где сведения расходятся", "جہاں معلومات میں اختلاف ہے"),
		same("What is not known", "Что неизвестно", "جو معلوم نہیں"),
		same("What was covered, and what was not", "Что охвачено и что нет", "کیا شامل ہے اور کیا نہیں"),
		same("Sources", "Источники", "ذرائع"),

		same("Officials", "Должностные лица", "عہدیدار"),
		same("Organizations", "Организации", "ادارے"),
		same("Nations", "Государства", "ممالک"),
		same("Blocs", "Объединения", "بلاک"),
		same("Regions", "Регионы", "خطے"),
		same("Partnerships", "Партнёрства", "شراکت داریاں"),
		same("Agreements", "Соглашения", "معاہدے"),
		same("Series of exercises", "Серии учений", "مشقوں کے سلسلے"),
		same("Exercises, in order of time", "Учения в порядке времени", "مشقیں، زمانی ترتیب سے"),
		same("Held to be likely", "Считается вероятным", "جس کا غالب امکان سمجھا گیا"),
		same("Held to be possible", "Считается возможным", "جسے ممکن سمجھا گیا"),
		same("Stated without a hedge", "Высказано без оговорок", "جو قطعی طور پر کہا گیا"),
		same("Not said in the sources", "О чём источники не говорят", "جو ذرائع نے نہیں بتایا"),
		same("Notes of the editors", "Примечания составителей", "مرتبین کی وضاحتیں"),

		same("%[1]s, %[2]s", "%[1]s, %[2]s", "%[1]s، %[2]s"),
		same("%[1]s; %[2]s", "%[1]s; %[2]s", "%[1]s؛ %[2]s"),
		same("%[1]s and %[2]s", "%[1]s и %[2]s", "%[1]s اور %[2]s"),
		same("%[1]s (%[2]s)", "%[1]s (%[2]s)", "%[1]s (%[2]s)"),
		same("%[1]s.", "%[1]s.", "%[1]s۔"),
		same("%[1]s: %[2]s.", "%[1]s: %[2]s.", "%[1]s: %[2]s۔"),
		same("%[1]s: %[2]s", "%[1]s: %[2]s", "%[1]s: %[2]s"),

		numbered("paragraphs %[1]s", 2,
			[2]string{"paragraph %[1]s", "paragraphs %[1]s"},
			[2]string{"абзац %[1]s", "абзацы %[1]s"},
			[2]string{"پیرا %[1]s", "پیرے %[1]s"}),
		numbered("the text, paragraphs %[1]s", 2,
			[2]string{"text, paragraph %[1]s", "text, paragraphs %[1]s"},
			[2]string{"текст, абзац %[1]s", "текст, абзацы %[1]s"},
			[2]string{"متن، پیرا %[1]s", "متن، پیرے %[1]s"}),
		numbered("takeaways, paragraphs %[1]s", 2,
			[2]string{"takeaway, paragraph %[1]s", "takeaways, paragraphs %[1]s"},
			[2]string{"тезис, абзац %[1]s", "тезисы, абзацы %[1]s"},
			[2]string{"نکتہ، پیرا %[1]s", "نکات، پیرے %[1]s"}),
		numbered("headings, paragraphs %[1]s", 2,
			[2]string{"heading, paragraph %[1]s", "headings, paragraphs %[1]s"},
			[2]string{"подзаголовок, абзац %[1]s", "подзаголовки, абзацы %[1]s"},
			[2]string{"سرخی، پیرا %[1]s", "سرخیاں، پیرے %[1]s"}),
		numbered("headlines of other items, paragraphs %[1]s", 2,
			[2]string{"headline of another item, paragraph %[1]s", "headlines of other items, paragraphs %[1]s"},
			[2]string{"заголовок другой публикации, абзац %[1]s", "заголовки других публикаций, абзацы %[1]s"},
			[2]string{"دوسرے مضمون کی سرخی، پیرا %[1]s", "دوسرے مضامین کی سرخیاں، پیرے %[1]s"}),
		same("text", "текст", "متن"),
		same("takeaway", "тезис", "نکتہ"),
		same("heading", "подзаголовок", "سرخی"),
		same("headline of another item", "заголовок другой публикации", "دوسرے مضمون کی سرخی"),
		same("%[1]s–%[2]s", "%[1]s–%[2]s", "%[1]s تا %[2]s"),

		counted("Missing from the catalogue: %[1]d phrases, which stand in English.", 1,
			[2]string{"Missing from the catalogue: %[1]d phrase, which stands in English.", "Missing from the catalogue: %[1]d phrases, which stand in English."},
			[3]string{"Нет в каталоге: %[1]d фраза, она дана по-английски.", "Нет в каталоге: %[1]d фразы, они даны по-английски.", "Нет в каталоге: %[1]d фраз, они даны по-английски."},
			[2]string{"کیٹلاگ میں نہیں: %[1]d فقرہ، جو انگریزی میں دیا گیا ہے۔", "کیٹلاگ میں نہیں: %[1]d فقرے، جو انگریزی میں دیے گئے ہیں۔"}),
	}
}

func numberWordings() []wording {
	count := func(thing string, en [2]string, ru [3]string, ur [2]string) wording {
		for _, w := range [][]string{en[:], ru[:], ur[:]} {
			for i := range w {
				w[i] = "%[1]d " + w[i]
			}
		}
		return counted("%[1]d "+thing, 1, en, ru, ur)
	}
	return []wording{
		count("records", [2]string{"record", "records"}, [3]string{"запись", "записи", "записей"}, [2]string{"اندراج", "اندراجات"}),
		same("%[1]s, of which without a date: %[2]d.", "%[1]s, без даты: %[2]d.", "%[1]s، جن میں بغیر تاریخ: %[2]d۔"),
		same("By kind: %[1]s.", "По видам: %[1]s.", "بلحاظِ قسم: %[1]s۔"),
		count("nations", [2]string{"nation", "nations"}, [3]string{"государство", "государства", "государств"}, [2]string{"ملک", "ممالک"}),
		count("blocs", [2]string{"bloc", "blocs"}, [3]string{"объединение", "объединения", "объединений"}, [2]string{"بلاک", "بلاک"}),
		count("regions", [2]string{"region", "regions"}, [3]string{"регион", "региона", "регионов"}, [2]string{"خطہ", "خطے"}),
		count("organizations", [2]string{"organization", "organizations"}, [3]string{"организация", "организации", "организаций"}, [2]string{"ادارہ", "ادارے"}),
		count("officials", [2]string{"official", "officials"}, [3]string{"должностное лицо", "должностных лица", "должностных лиц"}, [2]string{"عہدیدار", "عہدیدار"}),
		count("partnerships", [2]string{"partnership", "partnerships"}, [3]string{"партнёрство", "партнёрства", "партнёрств"}, [2]string{"شراکت داری", "شراکت داریاں"}),
		count("agreements", [2]string{"agreement", "agreements"}, [3]string{"соглашение", "соглашения", "соглашений"}, [2]string{"معاہدہ", "معاہدے"}),
		count("series of exercises", [2]string{"series of exercises", "series of exercises"}, [3]string{"серия учений", "серии учений", "серий учений"}, [2]string{"مشقوں کا سلسلہ", "مشقوں کے سلسلے"}),
		count("exercises", [2]string{"exercise", "exercises"}, [3]string{"учение", "учения", "учений"}, [2]string{"مشق", "مشقیں"}),
		count("meetings", [2]string{"meeting", "meetings"}, [3]string{"встреча", "встречи", "встреч"}, [2]string{"ملاقات", "ملاقاتیں"}),
		count("statements", [2]string{"statement", "statements"}, [3]string{"высказывание", "высказывания", "высказываний"}, [2]string{"بیان", "بیانات"}),
		count("judgements", [2]string{"judgement", "judgements"}, [3]string{"оценка", "оценки", "оценок"}, [2]string{"اندازہ", "اندازے"}),
		same("By ground: %[1]s.", "По основанию: %[1]s.", "بلحاظِ بنیاد: %[1]s۔"),
		same("reported as so: %[1]d", "сообщается как факт: %[1]d", "بطورِ حقیقت: %[1]d"),
		same("as somebody's words: %[1]d", "с чужих слов: %[1]d", "کسی کے حوالے سے: %[1]d"),
		same("as a judgement: %[1]d", "как оценка: %[1]d", "بطورِ رائے: %[1]d"),
		same("Judgements by degree: %[1]s.", "Оценки по степени уверенности: %[1]s.", "اندازے بلحاظِ یقین: %[1]s۔"),
		same("likely: %[1]d", "вероятно: %[1]d", "غالب امکان: %[1]d"),
		same("possible: %[1]d", "возможно: %[1]d", "ممکن: %[1]d"),
		same("without a hedge: %[1]d", "без оговорок: %[1]d", "قطعی: %[1]d"),
		same("Taking part most often: %[1]s.", "Чаще всего участвуют: %[1]s.", "سب سے زیادہ شریک: %[1]s۔"),
		same("%[1]s (%[2]d)", "%[1]s (%[2]d)", "%[1]s (%[2]d)"),
		same("Ties of %[1]s and %[2]s: %[3]s.", "Связи (%[1]s и %[2]s): %[3]s.", "روابط (%[1]s اور %[2]s): %[3]s۔"),
		same("Topics, the most frequent first: %[1]s.", "Темы, начиная с самых частых: %[1]s.", "موضوعات، سب سے عام پہلے: %[1]s۔"),
		same("Time: %[1]s.", "Время: %[1]s.", "وقت: %[1]s۔"),
		same("Earliest date: %[1]s.", "Самая ранняя дата: %[1]s.", "قدیم ترین تاریخ: %[1]s۔"),
		same("Latest date: %[1]s.", "Самая поздняя дата: %[1]s.", "تازہ ترین تاریخ: %[1]s۔"),
		same("Time, as the source has it: %[1]s.", "Время, как в источнике: %[1]s.", "وقت، ماخذ کے مطابق: %[1]s۔"),
	}
}
