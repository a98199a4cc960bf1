package explorer

import (
	"golang.org/x/text/language"

	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/internal/selection"
)

// words are what the pages say in one language, beside what the data and package
// brief say.
type words struct {
	name, search, find, records, sources, briefing, timeline, ties, years string
	filters, remove, parties, pairs, year, topics, bases, kinds, date     string
	previous, next, page, citing, related, claims, cites, involve, affect string
	data, title, publisher, authors, published, address, archived, read   string
	reprints, language, note, all, none, skip, paragraphs, identifiers    string

	missing, missingPage, method, tooLong, bad, busy, tooMany, needsPair, meant string

	reasons [selection.ReasonWord + 1]string
	asked   map[string]string
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
		name: "English", search: "Search names", find: "Search", records: "Records", sources: "Sources",
		briefing: "Briefing", timeline: "Timeline", ties: "Ties", years: "Year by year",
		filters: "Narrow", remove: "Remove", parties: "Actors", pairs: "Pairs", year: "Years", topics: "Topics",
		bases: "Basis", kinds: "Kinds", date: "Date",
		previous: "Previous page", next: "Next page", page: "Page", citing: "Records that cite it",
		related: "Related records", claims: "Other sources say", cites: "Sources",
		involve: "All records with this actor", affect: "Assessments of how it is affected", data: "Data (JSON)",
		title: "Title", publisher: "Publisher", authors: "Authors", published: "Published", address: "Address",
		archived: "Archived", read: "Read on", reprints: "Reprints", language: "Language", note: "Note",
		all: "All records", none: "Nothing was found.", skip: "Skip to the content", paragraphs: "para.", identifiers: "Identifiers",
		missing: "There is no such record or source.", missingPage: "There is no such page.",
		method: "Only GET and HEAD are allowed here.", tooLong: "The address is too long.",
		bad: "The question cannot be read", busy: "The server is busy. Try again later.",
		tooMany:   "This selection has too many records to show here. Narrow it.",
		needsPair: "This picture needs a pair. Choose one:", meant: "Did you mean:",
		reasons: [...]string{"", "nothing has this name", "the name is ambiguous; give an ID",
			"this cannot be asked for here", "write two different actors, separated by a comma",
			"this is not a period; write, for example, 2014/2025 or 2024-10", "this is too long",
			"this word is there more than once", "there is no such word"},
		asked: map[string]string{"between": "Between", "involving": "Involving", "affecting": "Affecting",
			"about": "About", "during": "During", "kind": "Kinds", "basis": "Basis", "source": "Source",
			"q": "Search", "page": "Page", "lang": "Language"},
	}
}

func russian() *words {
	return &words{
		name: "Русский", search: "Поиск по названиям и именам", find: "Найти", records: "Записи", sources: "Источники",
		briefing: "Справка", timeline: "Хронология", ties: "Связи", years: "По годам",
		filters: "Уточнить", remove: "Убрать", parties: "Участники", pairs: "Пары", year: "Годы", topics: "Темы",
		bases: "Основание", kinds: "Виды записей", date: "Дата",
		previous: "Предыдущая страница", next: "Следующая страница", page: "Страница",
		citing: "Записи со ссылкой на этот источник", related: "Связанные записи",
		claims: "По другим источникам", cites: "Источники", involve: "Все записи с этим участником",
		affect: "Оценки последствий для него", data: "Данные (JSON)",
		title: "Название", publisher: "Издатель", authors: "Авторы", published: "Опубликовано", address: "Адрес",
		archived: "Копия в архиве", read: "Дата обращения", reprints: "Перепечатка", language: "Язык",
		note: "Примечание", all: "Все записи", none: "Ничего не найдено.", skip: "К содержанию", paragraphs: "абз.",
		identifiers: "Идентификаторы",
		missing:     "Такой записи или такого источника нет.", missingPage: "Такой страницы нет.",
		method: "Здесь разрешены только GET и HEAD.", tooLong: "Адрес слишком длинный.",
		bad: "Запрос не удалось прочитать", busy: "Сервер занят. Повторите попытку позже.",
		tooMany:   "В этой выборке слишком много записей. Уточните её.",
		needsPair: "Для этой диаграммы нужна пара. Выберите:", meant: "Возможно, вы имели в виду:",
		reasons: [...]string{"", "с таким именем ничего нет", "имя неоднозначно; укажите идентификатор",
			"об этом здесь спросить нельзя", "укажите двух разных участников через запятую",
			"это не период; пишите, например, 2014/2025 или 2024-10", "слишком длинно",
			"это слово указано несколько раз", "такого слова нет"},
		asked: map[string]string{"between": "Между", "involving": "С участием", "affecting": "Затрагивает",
			"about": "Тема", "during": "Период", "kind": "Виды записей", "basis": "Основание", "source": "Источник",
			"q": "Поиск", "page": "Страница", "lang": "Язык"},
	}
}

func urdu() *words {
	return &words{
		name: "اردو", search: "ناموں میں تلاش", find: "تلاش کریں", records: "اندراجات", sources: "ماخذ",
		briefing: "بریفنگ", timeline: "وقت کے لحاظ سے", ties: "روابط", years: "سال بہ سال",
		filters: "محدود کریں", remove: "ہٹائیں", parties: "فریق", pairs: "جوڑے", year: "سال", topics: "موضوعات",
		bases: "بنیاد", kinds: "اقسام", date: "تاریخ",
		previous: "پچھلا صفحہ", next: "اگلا صفحہ", page: "صفحہ", citing: "اس کا حوالہ دینے والے اندراجات",
		related: "متعلقہ اندراجات", claims: "دوسرے ماخذ کے مطابق", cites: "ماخذ",
		involve: "اس فریق کے تمام اندراجات", affect: "اس پر اثرات کے جائزے", data: "ڈیٹا (JSON)",
		title: "عنوان", publisher: "ناشر", authors: "مصنفین", published: "تاریخِ اشاعت", address: "پتا",
		archived: "محفوظ نقل", read: "پڑھنے کی تاریخ", reprints: "نقل از", language: "زبان", note: "نوٹ",
		all: "تمام اندراجات", none: "کچھ نہیں ملا۔", skip: "مواد پر جائیں", paragraphs: "پیرا",
		identifiers: "شناختیں",
		missing:     "ایسا کوئی اندراج یا ماخذ موجود نہیں۔", missingPage: "ایسا کوئی صفحہ موجود نہیں۔",
		method: "یہاں صرف GET اور HEAD کی اجازت ہے۔", tooLong: "پتا بہت لمبا ہے۔",
		bad: "سوال پڑھا نہیں جا سکا", busy: "سرور مصروف ہے۔ بعد میں دوبارہ کوشش کریں۔",
		tooMany:   "اس انتخاب میں اندراجات بہت زیادہ ہیں۔ اسے محدود کریں۔",
		needsPair: "اس تصویر کے لیے ایک جوڑا درکار ہے۔ منتخب کریں:", meant: "شاید آپ کی مراد یہ تھی:",
		reasons: [...]string{"", "اس نام کا کچھ نہیں ملا", "نام مبہم ہے؛ شناخت لکھیں",
			"یہاں اس کے بارے میں نہیں پوچھا جا سکتا", "دو مختلف فریق کوما کے ساتھ لکھیں",
			"یہ مدت نہیں ہے؛ مثلاً \u20662014/2025\u2069 یا \u20662024-10\u2069 لکھیں", "یہ بہت لمبا ہے",
			"یہ لفظ ایک سے زیادہ بار آیا ہے", "ایسا کوئی لفظ نہیں"},
		asked: map[string]string{"between": "درمیان", "involving": "فریق", "affecting": "متاثر",
			"about": "موضوع", "during": "مدت", "kind": "اقسام", "basis": "بنیاد", "source": "ماخذ",
			"q": "تلاش", "page": "صفحہ", "lang": "زبان"},
	}
}
