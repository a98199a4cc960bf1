package chart

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// A msg is a sentence of a picture.
type msg uint8

const (
	msgTimeline msg = iota
	msgTies
	msgYears // of A and B
	msgPair  // of A and B
	msgEmpty
	msgHeadlines
	msgCount // of a lane
	msgDrawn // of how many
	msgPairsDrawn
	msgYearsDrawn
	msgUndated
	msgExerciseDays
	msgMeetingDay
	msgMeetingDays
	msgDayInRange
	msgNotSearched
	msgNoneFound
	msgMayBe
	msgUndatedYear
	msgBilateral
	msgMultilateral
	msgOnlyHeadlines
	msgNotHeld
	msgMore
	msgSep  // between parts of a description
	msgList // between names
	msgFromTo
	msgColon
	msgSoMany // of what
	msgTies1  // a pair and what ties it
	msgEnd
)

// A vocabulary has the words of one language.
type vocabulary [msgEnd]string

// vocabularies lists the languages; English, the first, fills in for others.
var vocabularies = [...]struct {
	lang  string
	words *vocabulary
}{{"en", &english}, {"ru", &russian}, {"ur", &urdu}}

var english = vocabulary{
	msgTimeline:      "Exercises and meetings",
	msgTies:          "Ties, and what they consist of",
	msgYears:         "%[1]s and %[2]s, year by year",
	msgPair:          "%[1]s – %[2]s",
	msgEmpty:         "There is nothing to draw.",
	msgHeadlines:     "Headlines alone",
	msgCount:         "%[1]s: %[2]s",
	msgDrawn:         "Drawn one by one: %[1]s of %[2]s. The others are counted under each lane.",
	msgPairsDrawn:    "Pairs drawn: %[1]s of %[2]s, those with the most ties.",
	msgYearsDrawn:    "Years drawn: %[1]s of %[2]s, the latest.",
	msgUndated:       "%[1]s, date not known: %[2]s",
	msgExerciseDays:  "exercise, days known",
	msgMeetingDay:    "one-day meeting",
	msgMeetingDays:   "meeting of several days",
	msgDayInRange:    "some time in this range",
	msgNotSearched:   "no record of a search, or only of a part",
	msgNoneFound:     "searched, none found",
	msgMayBe:         "may fall here (date not certain)",
	msgUndatedYear:   "none dated; undated ones may fall here",
	msgBilateral:     "these two alone",
	msgMultilateral:  "with others",
	msgOnlyHeadlines: "only in the headline of another item",
	msgNotHeld:       "not held (proposed, planned or cancelled)",
	msgMore:          "+%[1]s",
	msgSep:           "%[1]s. %[2]s",
	msgList:          "%[1]s, %[2]s",
	msgFromTo:        "%[1]s–%[2]s",
	msgColon:         "%[1]s: %[2]s",
	msgSoMany:        "%[1]s: %[2]s",
	msgTies1:         "%[1]s. Ties in all: %[2]s",
}

var russian = vocabulary{
	msgTimeline:      "Учения и встречи",
	msgTies:          "Кто с кем и чем связан",
	msgYears:         "%[1]s и %[2]s по годам",
	msgPair:          "%[1]s\u00a0— %[2]s",
	msgEmpty:         "Нет данных для рисунка.",
	msgHeadlines:     "Только в заголовках",
	msgCount:         "%[1]s: %[2]s",
	msgDrawn:         "Показаны по отдельности: %[1]s из %[2]s. Остальные учтены числом под своей полосой.",
	msgPairsDrawn:    "Показаны пары с наибольшим числом связей: %[1]s из %[2]s.",
	msgYearsDrawn:    "Показаны последние годы: %[1]s из %[2]s.",
	msgUndated:       "%[1]s без даты: %[2]s",
	msgExerciseDays:  "учение, даты известны",
	msgMeetingDay:    "однодневная встреча",
	msgMeetingDays:   "многодневная встреча",
	msgDayInRange:    "точный день неизвестен",
	msgNotSearched:   "сведений о поиске нет или он неполон",
	msgNoneFound:     "поиск не дал результатов",
	msgMayBe:         "возможно, в этом году (дата неточна)",
	msgUndatedYear:   "записей с датой нет, без даты возможны",
	msgBilateral:     "двусторонние",
	msgMultilateral:  "многосторонние",
	msgOnlyHeadlines: "только в заголовке другой публикации",
	msgNotHeld:       "не проведены (предложены, запланированы или отменены)",
	msgMore:          "+%[1]s",
	msgSep:           "%[1]s. %[2]s",
	msgList:          "%[1]s, %[2]s",
	msgFromTo:        "%[1]s–%[2]s",
	msgColon:         "%[1]s: %[2]s",
	msgSoMany:        "%[1]s\u00a0— %[2]s",
	msgTies1:         "%[1]s. Всего связей: %[2]s",
}

var urdu = vocabulary{
	msgTimeline:      "مشقیں اور ملاقاتیں",
	msgTies:          "کس کے کس سے کتنے تعلقات ہیں",
	msgYears:         "%[1]s اور %[2]s: سال بہ سال",
	msgPair:          "%[1]s – %[2]s",
	msgEmpty:         "دکھانے کو کچھ نہیں۔",
	msgHeadlines:     "صرف سرخیاں",
	msgCount:         "%[1]s: %[2]s",
	msgDrawn:         "الگ الگ دکھائے گئے: %[2]s میں سے %[1]s۔ باقی ہر پٹی کے نیچے شمار کیے گئے ہیں۔",
	msgPairsDrawn:    "دکھائے گئے جوڑے: %[2]s میں سے %[1]s، جن کے تعلقات سب سے زیادہ ہیں۔",
	msgYearsDrawn:    "دکھائے گئے سال: %[2]s میں سے تازہ ترین %[1]s۔",
	msgUndated:       "%[1]s، تاریخ نامعلوم: %[2]s",
	msgExerciseDays:  "مشق، دن معلوم ہیں",
	msgMeetingDay:    "ایک دن کی ملاقات",
	msgMeetingDays:   "کئی دن کی ملاقات",
	msgDayInRange:    "اس مدت میں کسی وقت",
	msgNotSearched:   "تلاش کا ریکارڈ نہیں، یا صرف ایک حصے کا",
	msgNoneFound:     "تلاش ہوئی، کچھ نہیں ملا",
	msgMayBe:         "شاید اسی سال (تاریخ یقینی نہیں)",
	msgUndatedYear:   "تاریخ کے ساتھ کوئی نہیں، بلا تاریخ ممکن ہیں",
	msgBilateral:     "صرف یہ دو",
	msgMultilateral:  "دوسروں کے ساتھ",
	msgOnlyHeadlines: "صرف کسی اور مضمون کی سرخی میں",
	msgNotHeld:       "منعقد نہیں ہوئیں (مجوزہ، طے شدہ یا منسوخ)",
	msgMore:          "+%[1]s",
	msgSep:           "%[1]s۔ %[2]s",
	msgList:          "%[1]s، %[2]s",
	msgFromTo:        "%[1]s تا %[2]s",
	msgColon:         "%[1]s: %[2]s",
	msgSoMany:        "%[1]s: %[2]s",
	msgTies1:         "%[1]s۔ کل تعلقات: %[2]s",
}

// crossed is the sign of an exercise that was not held.
const crossed = "×"

// notHeld returns how many exercises were not held, in words, or "" for none.
func (b *book) notHeld(n int) string {
	if n == 0 {
		return ""
	}
	return b.say(msgSoMany, b.say(msgNotHeld), b.Number(n))
}

// A book says things in one language.
type book struct {
	brief.Phrasebook
	tag   language.Tag // of the names
	words *vocabulary
}

func newBook(tag language.Tag) *book {
	b := &book{Phrasebook: brief.NewPhrasebook(tag), tag: tag, words: &english}
	if tag == language.Und {
		b.tag = language.English
	}
	for _, v := range vocabularies {
		if base, _ := b.Language().Base(); v.lang == base.String() {
			b.words = v.words
		}
	}
	return b
}

// kind returns the name of the records of a kind, as a heading.
func (b *book) kind(k entente.Kind) string {
	words := b.Kind(k)
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// say returns the sentence with the words in it.
func (b *book) say(m msg, args ...string) string {
	pairs := make([]string, 0, 4)
	for i, a := range args {
		pairs = append(pairs, "%["+strconv.Itoa(i+1)+"]s", a)
	}
	return strings.NewReplacer(pairs...).Replace(b.words[m])
}

// joined puts the parts that are not empty together, two by two.
func (b *book) joined(by msg, parts ...string) string {
	all := ""
	for _, p := range parts {
		switch {
		case p == "":
		case all == "":
			all = p
		default:
			all = b.say(by, strings.TrimRight(all, ".۔"), p)
		}
	}
	return all
}
