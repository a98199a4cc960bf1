package brief

import "strings"

// dateWordings has two forms of each date: one that stands alone or after
// "to", and one that stands after "since" or "from", for the languages in
// which that makes a difference. Its key begins with "of".
func dateWordings() []wording {
	list := []wording{
		same("%[1]d %[2]s %[3]s", "%[1]d %[2]s %[3]s года", "%[1]d %[2]s %[3]s"),
		with("month: %[1]s %[2]s", "%[1]s %[2]s", "%[1]s %[2]s года", "%[1]s %[2]s"),
		with("of the month: %[1]s %[2]s", "%[1]s %[2]s", "%[1]s %[2]s года", "%[1]s %[2]s"),
		with("year: %[1]s", "%[1]s", "%[1]s год", "%[1]s"),
		with("of the year: %[1]s", "%[1]s", "%[1]s года", "%[1]s"),
		same("the %[1]ss", "%[1]s-е годы", "%[1]s کی دہائی"),
		with("of the %[1]ss", "the %[1]ss", "%[1]s-х годов", "%[1]s کی دہائی"),
		same("the years %[1]s–%[2]s", "%[1]s–%[2]s годы", "%[1]s تا %[2]s کے سال"),
		with("of the years %[1]s–%[2]s", "the years %[1]s–%[2]s", "%[1]s–%[2]s годов", "%[1]s تا %[2]s کے سالوں"),
		same("%[1]s, day not known", "%[1]s, день неизвестен", "%[1]s (دن معلوم نہیں)"),
		same("%[1]s, month not known", "%[1]s, месяц неизвестен", "%[1]s (مہینہ معلوم نہیں)"),
		same("about %[1]s", "примерно %[1]s", "تقریباً %[1]s"),
		same("%[1]s (uncertain)", "%[1]s (под вопросом)", "%[1]s (غیر یقینی)"),
		same("from %[1]s to %[2]s", "с %[1]s по %[2]s", "%[1]s سے %[2]s تک"),
		same("since %[1]s", "с %[1]s", "%[1]s سے"),
		same("since about %[1]s", "примерно с %[1]s", "تقریباً %[1]s سے"),
		same("until %[1]s", "по %[1]s", "%[1]s تک"),
		same("from %[1]s, to an end that is not known", "с %[1]s, окончание неизвестно", "%[1]s سے، اختتام معلوم نہیں"),
		same("until %[1]s, from a beginning that is not known", "по %[1]s, начало неизвестно", "%[1]s تک، آغاز معلوم نہیں"),
	}
	for _, m := range []string{
		"January январь января جنوری", "February февраль февраля فروری", "March март марта مارچ",
		"April апрель апреля اپریل", "May май мая مئی", "June июнь июня جون",
		"July июль июля جولائی", "August август августа اگست", "September сентябрь сентября ستمبر",
		"October октябрь октября اکتوبر", "November ноябрь ноября نومبر", "December декабрь декабря دسمبر",
	} {
		w := strings.Fields(m)
		list = append(list, same(w[0], w[1], w[3]), with("of "+w[0], w[0], w[2], w[3]))
	}
	return list
}
