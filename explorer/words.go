package explorer

import (
	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/internal/selection"
)

// words are what the pages say in one language, beside what the data and package
// brief say.
type words struct {
	// These are for the template.
	Skip, Search, Find, Language, Remove, Filters, Meant, Claims, Cites, Data, Previous, Next, Page string

	name, records, sources, source, briefing, timeline, ties, years      string
	parties, pairs, year, topics, bases, kinds                           string
	citing, involve, affect, all, none, paragraphs                       string
	publisher, authors, published, address, archived, read               string
	reprints, note, unidentified, untitled                               string
	missing, missingPage, method, tooLong, bad, busy, tooMany, needsPair string

	reasons   [selection.ReasonWord + 1]string
	asked     map[string]string // the words of an address
	roles     [entente.RoleObserver + 1]string
	parts     [entente.PartRelatedHeadline + 1]string
	languages map[string]string
}

// A tongue is a language that the pages have.
type tongue struct {
	tag   language.Tag
	code  string
	words *words
	book  brief.Phrasebook
}

// tongues returns the languages, the preferred one first for the matcher.
func tongues(preferred language.Tag) ([]*tongue, language.Matcher) {
	list := []*tongue{
		{tag: language.English, words: english()},
		{tag: language.Russian, words: russian()},
		{tag: language.Urdu, words: urdu()},
	}
	tags := make([]language.Tag, len(list))
	for i, t := range list {
		t.code, t.book, tags[i] = t.tag.String(), brief.NewPhrasebook(t.tag), t.tag
	}
	if _, i, _ := language.NewMatcher(tags).Match(preferred); i > 0 {
		list[0], list[i], tags[0], tags[i] = list[i], list[0], tags[i], tags[0]
	}
	return list, language.NewMatcher(tags)
}

func english() *words {
	return &words{
		name: "English", Search: "Search names and places", Find: "Search", records: "Records", sources: "Sources",
		briefing: "Briefing", timeline: "Timeline", ties: "Ties", years: "Year by year",
		Filters: "Narrow", Remove: "Remove", parties: "Actors", pairs: "Pairs", year: "Years", topics: "Topics",
		bases: "Basis", kinds: "Kinds",
		Previous: "Previous page", Next: "Next page", Page: "Page",
		citing: "Records that cite it", Claims: "Other sources say", Cites: "Sources",
		involve: "All records with this actor", affect: "Assessments of how it is affected", Data: "Data (JSON)",
		publisher: "Publisher", authors: "Authors", published: "Published", address: "Address",
		archived: "Archived", read: "Read on", reprints: "Reprints", Language: "Language", note: "Note",
		all: "All records", none: "Nothing was found.", Skip: "Skip to the content", paragraphs: "para.",
		missing: "There is no such record or source.", missingPage: "There is no such page.",
		method: "Only GET and HEAD are allowed here.", tooLong: "The address is too long.",
		bad: "The question cannot be read", busy: "The server is busy. Try again later.",
		tooMany:   "This selection has too many records to show here. Narrow it.",
		needsPair: "This picture needs a pair. Choose one:", Meant: "Did you mean:",
		reasons: [...]string{"", "nothing has this name", "the name is ambiguous; give an ID",
			"this cannot be asked for here", "write two different actors, separated by a comma",
			"this is not a period; write, for example, 2014/2025 or 2024-10", "this is too long",
			"this word is there more than once", "there is no such word"},
		asked: map[string]string{"between": "Between", "involving": "Involving", "affecting": "Affecting",
			"about": "About", "during": "During", "kind": "Kinds", "basis": "Basis", "source": "Source",
			"q": "Search", "page": "Page", "lang": "Language"},
		source: "Source", unidentified: "not identified", untitled: "Untitled source",
		roles:     [...]string{"", "host", "participant", "observer"},
		parts:     [...]string{"", "", "key points", "heading", "headline of another item"},
		languages: map[string]string{"en": "English", "ru": "Russian", "ur": "Urdu"},
	}
}

func russian() *words {
	return &words{
		name: "Русский", Search: "Поиск по названиям, именам и местам", Find: "Найти", records: "Записи", sources: "Источники",
		briefing: "Справка", timeline: "Хронология", ties: "Связи", years: "По годам",
		Filters: "Уточнить", Remove: "Убрать", parties: "Участники", pairs: "Пары", year: "Годы", topics: "Темы",
		bases: "Основание", kinds: "Виды записей",
		Previous: "Предыдущая страница", Next: "Следующая страница", Page: "Страница",
		citing: "Записи со ссылкой на этот источник",
		Claims: "По другим источникам", Cites: "Источники", involve: "Все записи с этим участником",
		affect: "Оценки последствий для него", Data: "Данные (JSON)",
		publisher: "Издатель", authors: "Авторы", published: "Опубликовано", address: "Адрес",
		archived: "Копия в архиве", read: "Дата обращения", reprints: "Первоисточник", Language: "Язык",
		note: "Примечание", all: "Все записи", none: "Ничего не найдено.", Skip: "К содержанию", paragraphs: "абз.",
		missing: "Такой записи или такого источника нет.", missingPage: "Такой страницы нет.",
		method: "Здесь разрешены только GET и HEAD.", tooLong: "Адрес слишком длинный.",
		bad: "Запрос не удалось прочитать", busy: "Сервер занят. Повторите попытку позже.",
		tooMany:   "В этой выборке слишком много записей. Уточните её.",
		needsPair: "Для этой диаграммы нужна пара. Выберите:", Meant: "Возможно, вы имели в виду:",
		reasons: [...]string{"", "с таким именем ничего нет", "имя неоднозначно; укажите идентификатор",
			"об этом здесь спросить нельзя", "укажите двух разных участников через запятую",
			"это не период; пишите, например, 2014/2025 или 2024-10", "слишком длинно",
			"это слово указано несколько раз", "такого слова нет"},
		asked: map[string]string{"between": "Между", "involving": "С участием", "affecting": "Затрагивает",
			"about": "Тема", "during": "Период", "kind": "Виды записей", "basis": "Основание", "source": "Источник",
			"q": "Поиск", "page": "Страница", "lang": "Язык"},
		source: "Источник", unidentified: "участник не назван", untitled: "Источник без названия",
		roles:     [...]string{"", "принимающая сторона", "участник", "наблюдатель"},
		parts:     [...]string{"", "", "основные тезисы", "заголовок", "заголовок другого материала"},
		languages: map[string]string{"en": "английский", "ru": "русский", "ur": "урду"},
	}
}

func urdu() *words {
	return &words{
		name: "اردو", Search: "ناموں اور مقامات میں تلاش", Find: "تلاش کریں", records: "اندراجات", sources: "مآخذ",
		briefing: "بریفنگ", timeline: "وقت کے لحاظ سے", ties: "روابط", years: "سال بہ سال",
		Filters: "محدود کریں", Remove: "ہٹائیں", parties: "فریقین", pairs: "جوڑے", year: "سال", topics: "موضوعات",
		bases: "بنیاد", kinds: "اقسام",
		Previous: "پچھلا صفحہ", Next: "اگلا صفحہ", Page: "صفحہ",
		citing: "اس کا حوالہ دینے والے اندراجات", Claims: "دوسرے مآخذ کے مطابق", Cites: "مآخذ",
		involve: "اس فریق کے تمام اندراجات", affect: "اس پر اثرات کے جائزے", Data: "ڈیٹا (JSON)",
		publisher: "ناشر", authors: "مصنفین", published: "تاریخِ اشاعت", address: "پتا",
		archived: "محفوظ نقل", read: "پڑھنے کی تاریخ", reprints: "نقل از", Language: "زبان", note: "نوٹ",
		all: "تمام اندراجات", none: "کچھ نہیں ملا۔", Skip: "مواد پر جائیں", paragraphs: "پیرا",
		missing: "ایسا کوئی اندراج یا ماخذ موجود نہیں۔", missingPage: "ایسا کوئی صفحہ موجود نہیں۔",
		method: "یہاں صرف GET اور HEAD کی اجازت ہے۔", tooLong: "پتا بہت لمبا ہے۔",
		bad: "سوال پڑھا نہیں جا سکا", busy: "سرور مصروف ہے۔ بعد میں دوبارہ کوشش کریں۔",
		tooMany:   "اس انتخاب میں اندراجات بہت زیادہ ہیں۔ اسے محدود کریں۔",
		needsPair: "اس تصویر کے لیے ایک جوڑا درکار ہے۔ منتخب کریں:", Meant: "شاید آپ کی مراد یہ تھی:",
		reasons: [...]string{"", "اس نام کا کچھ نہیں ملا", "نام مبہم ہے؛ آئی ڈی لکھیں",
			"یہاں اس کے بارے میں نہیں پوچھا جا سکتا", "دو مختلف فریق کوما کے ساتھ لکھیں",
			"یہ مدت نہیں ہے؛ مثلاً \u20662014/2025\u2069 یا \u20662024-10\u2069 لکھیں", "یہ بہت لمبا ہے",
			"یہ لفظ ایک سے زیادہ بار آیا ہے", "ایسا کوئی لفظ نہیں"},
		asked: map[string]string{"between": "درمیان", "involving": "فریق", "affecting": "متاثر",
			"about": "موضوع", "during": "مدت", "kind": "اقسام", "basis": "بنیاد", "source": "ماخذ",
			"q": "تلاش", "page": "صفحہ", "lang": "زبان"},
		source: "ماخذ", unidentified: "نام نہیں بتایا گیا", untitled: "بے عنوان ماخذ",
		roles:     [...]string{"", "میزبان", "شریک", "مبصر"},
		parts:     [...]string{"", "", "اہم نکات", "سرخی", "دوسری خبر کی سرخی"},
		languages: map[string]string{"en": "انگریزی", "ru": "روسی", "ur": "اردو"},
	}
}
