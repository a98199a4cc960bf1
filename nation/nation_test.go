package nation_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

// isoList is the whole of ISO 3166-1, with XK: alpha-2, alpha-3, numeric. The
// codes of XK are not ISO's.
const isoList = `
AD AND 020, AE ARE 784, AF AFG 004, AG ATG 028, AI AIA 660, AL ALB 008, AM ARM 051, AO AGO 024
AQ ATA 010, AR ARG 032, AS ASM 016, AT AUT 040, AU AUS 036, AW ABW 533, AX ALA 248, AZ AZE 031
BA BIH 070, BB BRB 052, BD BGD 050, BE BEL 056, BF BFA 854, BG BGR 100, BH BHR 048, BI BDI 108
BJ BEN 204, BL BLM 652, BM BMU 060, BN BRN 096, BO BOL 068, BQ BES 535, BR BRA 076, BS BHS 044
BT BTN 064, BV BVT 074, BW BWA 072, BY BLR 112, BZ BLZ 084, CA CAN 124, CC CCK 166, CD COD 180
CF CAF 140, CG COG 178, CH CHE 756, CI CIV 384, CK COK 184, CL CHL 152, CM CMR 120, CN CHN 156
CO COL 170, CR CRI 188, CU CUB 192, CV CPV 132, CW CUW 531, CX CXR 162, CY CYP 196, CZ CZE 203
DE DEU 276, DJ DJI 262, DK DNK 208, DM DMA 212, DO DOM 214, DZ DZA 012, EC ECU 218, EE EST 233
EG EGY 818, EH ESH 732, ER ERI 232, ES ESP 724, ET ETH 231, FI FIN 246, FJ FJI 242, FK FLK 238
FM FSM 583, FO FRO 234, FR FRA 250, GA GAB 266, GB GBR 826, GD GRD 308, GE GEO 268, GF GUF 254
GG GGY 831, GH GHA 288, GI GIB 292, GL GRL 304, GM GMB 270, GN GIN 324, GP GLP 312, GQ GNQ 226
GR GRC 300, GS SGS 239, GT GTM 320, GU GUM 316, GW GNB 624, GY GUY 328, HK HKG 344, HM HMD 334
HN HND 340, HR HRV 191, HT HTI 332, HU HUN 348, ID IDN 360, IE IRL 372, IL ISR 376, IM IMN 833
IN IND 356, IO IOT 086, IQ IRQ 368, IR IRN 364, IS ISL 352, IT ITA 380, JE JEY 832, JM JAM 388
JO JOR 400, JP JPN 392, KE KEN 404, KG KGZ 417, KH KHM 116, KI KIR 296, KM COM 174, KN KNA 659
KP PRK 408, KR KOR 410, KW KWT 414, KY CYM 136, KZ KAZ 398, LA LAO 418, LB LBN 422, LC LCA 662
LI LIE 438, LK LKA 144, LR LBR 430, LS LSO 426, LT LTU 440, LU LUX 442, LV LVA 428, LY LBY 434
MA MAR 504, MC MCO 492, MD MDA 498, ME MNE 499, MF MAF 663, MG MDG 450, MH MHL 584, MK MKD 807
ML MLI 466, MM MMR 104, MN MNG 496, MO MAC 446, MP MNP 580, MQ MTQ 474, MR MRT 478, MS MSR 500
MT MLT 470, MU MUS 480, MV MDV 462, MW MWI 454, MX MEX 484, MY MYS 458, MZ MOZ 508, NA NAM 516
NC NCL 540, NE NER 562, NF NFK 574, NG NGA 566, NI NIC 558, NL NLD 528, NO NOR 578, NP NPL 524
NR NRU 520, NU NIU 570, NZ NZL 554, OM OMN 512, PA PAN 591, PE PER 604, PF PYF 258, PG PNG 598
PH PHL 608, PK PAK 586, PL POL 616, PM SPM 666, PN PCN 612, PR PRI 630, PS PSE 275, PT PRT 620
PW PLW 585, PY PRY 600, QA QAT 634, RE REU 638, RO ROU 642, RS SRB 688, RU RUS 643, RW RWA 646
SA SAU 682, SB SLB 090, SC SYC 690, SD SDN 729, SE SWE 752, SG SGP 702, SH SHN 654, SI SVN 705
SJ SJM 744, SK SVK 703, SL SLE 694, SM SMR 674, SN SEN 686, SO SOM 706, SR SUR 740, SS SSD 728
ST STP 678, SV SLV 222, SX SXM 534, SY SYR 760, SZ SWZ 748, TC TCA 796, TD TCD 148, TF ATF 260
TG TGO 768, TH THA 764, TJ TJK 762, TK TKL 772, TL TLS 626, TM TKM 795, TN TUN 788, TO TON 776
TR TUR 792, TT TTO 780, TV TUV 798, TW TWN 158, TZ TZA 834, UA UKR 804, UG UGA 800, UM UMI 581
US USA 840, UY URY 858, UZ UZB 860, VA VAT 336, VC VCT 670, VE VEN 862, VG VGB 092, VI VIR 850
VN VNM 704, VU VUT 548, WF WLF 876, WS WSM 882, XK XKK 983, YE YEM 887, YT MYT 175, ZA ZAF 710
ZM ZMB 894, ZW ZWE 716`

// isoFormerList is the whole of ISO 3166-3: the code, and the alpha-3 and the
// numeric code that were withdrawn.
const isoFormerList = `
AIDJ AFI 262, ANHH ANT 530, BQAQ ATB -, BUMM BUR 104, BYAA BYS 112, CSHH CSK 200, CSXX SCG 891, CTKI CTE 128
DDDE DDR 278, DYBJ DHY 204, FQHH ATF -, FXFR FXX 249, GEHH GEL 296, HVBF HVO 854, JTUM JTN 396, MIUM MID 488
NHVU NHB 548, NQAQ ATN 216, NTHH NTZ 536, PCHH PCI 582, PUUM PUS 849, PZPA PCZ -, RHZW RHO 716, SKIN SKM -
SUHH SUN 810, TPTL TMP 626, VDVN VDR -, WKUM WAK 872, YDYE YMD 720, YUCS YUG 891, ZRCD ZAR 180`

// entries returns the entries of a list above, each as its codes.
func entries(list string) [][]string {
	var all [][]string
	for _, entry := range strings.Split(strings.ReplaceAll(strings.TrimSpace(list), "\n", ", "), ", ") {
		all = append(all, strings.Fields(entry))
	}
	return all
}

// The tables hold what the standard's lists hold.
func TestTables_HaveAllOfISO3166(t *testing.T) {
	current, former := entries(isoList), entries(isoFormerList)
	if len(current) != 249+1 || len(former) != 31 {
		t.Errorf("%d and %d entries, want 250 and 31", len(current), len(former))
	}
	all := slices.Collect(nation.All())
	for i, f := range append(current, former...) {
		id := nation.ID(f[0])
		if all[i] != id || !nation.Valid(id) {
			t.Errorf("%s is not in its place", id)
		}
		if got := nation.Code(nation.SchemeISOAlpha3, id); got != f[1] {
			t.Errorf("the alpha-3 code of %s is %q, want %q", id, got, f[1])
		}
		numeric := nation.Code(nation.SchemeISONumeric, id)
		if numeric != strings.TrimSuffix(f[2], "-") && nation.Predecessors(nation.Successors(id)[0])[0] != id {
			t.Errorf("the number of %s is %q, want %q", id, numeric, f[2])
		}
		if len(id) == 4 {
			if nation.Withdrawn(id) < 1974 || len(nation.Successors(id)) == 0 {
				t.Errorf("%s was withdrawn in %d and went on as %s", id, nation.Withdrawn(id), nation.Successors(id))
			}
			f = f[:1] // its other codes may be another's now
		}
		for _, code := range f[:min(len(f), 2)] {
			for _, code := range []string{code, strings.ToLower(code), " " + code} {
				if m, err := nation.Lookup(code); m.ID != id || m.Key != nation.KeyCode {
					t.Errorf("Lookup(%s) = %+v, %v", code, m, err)
				}
			}
		}
	}
	for _, id := range all[len(current)+len(former):] {
		if len(id) < 5 || !nation.Valid(id) || nation.Name(id, language.English) == "" ||
			nation.Name(id, language.Russian) == "" || nation.Name(id, language.Urdu) == "" || len(nation.Periods(id)) == 0 {
			t.Errorf("%s is not complete", id)
		}
	}
}

func TestValid_KnowsJustTheIDs(t *testing.T) {
	known := map[nation.ID]bool{}
	for id := range nation.All() {
		known[id] = true
	}
	for a := byte('@'); a <= '['; a++ {
		for b := byte('@'); b <= '['; b++ {
			if id := nation.ID([]byte{a, b}); nation.Valid(id) != known[id] {
				t.Errorf("Valid(%s) is %v", id, !known[id])
			}
		}
	}
	for id := range known {
		for _, other := range []nation.ID{id + "A", id + " ", id[:len(id)-1], nation.ID(strings.ToLower(string(id))), "A" + id} {
			if nation.Valid(other) != known[other] {
				t.Errorf("Valid(%q) is %v", other, !known[other])
			}
		}
	}
	for _, id := range []nation.ID{"", "P", "pk", "PAK", "ZZZZ", "ÄÄ", "\xff\xff", "PRUSSI", "PRUSSIAN", "druzhba-7", nation.ID(strings.Repeat("A", 99))} {
		if nation.Valid(id) {
			t.Errorf("Valid(%q) is true", id)
		}
	}
}

func TestLookup_SaysWhatItFound(t *testing.T) {
	for s, want := range map[string]nation.Match{
		"pk":               {"PK", nation.KeyCode, "PK"},
		"PAK":              {"PK", nation.KeyCode, "PAK"},
		"xkk":              {"XK", nation.KeyCode, "XKK"},
		"xkx":              {"XK", nation.KeyCode, "XKX"},
		"suhh":             {"SUHH", nation.KeyCode, "SUHH"},
		"SU":               {"SUHH", nation.KeyFormerCode, "SU"},
		"ROM":              {"RO", nation.KeyFormerCode, "ROM"},
		"BUR":              {"BUMM", nation.KeyFormerCode, "BUR"},
		"cote d`ivoire":    {"CI", nation.KeyName, "Côte d’Ivoire"},
		"burma":            {"MM", nation.KeyFormerName, "Burma"},
		"swaziland":        {"SZ", nation.KeyFormerName, "Swaziland"},
		"Советский  Союз":  {"SUHH", nation.KeyName, "Советский Союз"},
		"the soviet union": {"SUHH", nation.KeyName, "Soviet Union"},
		"PRUSSIA":          {"PRUSSIA", nation.KeyName, "Prussia"},
		"TWO-SICILIES":     {"TWO-SICILIES", nation.KeyName, "Two Sicilies"},
		"Austria":          {"AT", nation.KeyName, "Austria"},
	} {
		if got, err := nation.Lookup(s); got != want || err != nil {
			t.Errorf("Lookup(%q) = %+v, %v; want %+v", s, got, err, want)
		}
	}
}

// within returns a time in which a state existed for certain, or the zero When if
// the tables have no dates for it.
func within(id nation.ID) nation.When {
	list := nation.Periods(id)
	if len(list) == 0 {
		return nation.When{}
	}
	if list[0].First.IsZero() {
		return nation.Year(1820)
	}
	_, next := list[0].First.Time()
	return nation.Day(next)
}

func TestLookup_FindsEveryID(t *testing.T) {
	for id := range nation.All() {
		want := string(id)
		if id == "KOREA" { // as its documentation says
			want = "?KP KR KOREA"
		}
		if got := verdict(nation.Lookup(string(id))); got != want {
			t.Errorf("Lookup(%q) is %s, want %s", id, got, want)
		}
		at := within(id)
		if at.IsZero() {
			at, want = nation.Year(1950), string(id)+" undated"
		} else {
			want = string(id)
		}
		if got := asked(nation.At(string(id), at)); got != want {
			t.Errorf("At(%q, %v) is %s, want %s", id, at, got, want)
		}
	}
}

// A name for display finds its state. That of a state that was only renamed, or
// of a territory without dates, finds the one that bears it now.
func TestName_IsFoundAtTheTimeOfTheState(t *testing.T) {
	for id := range nation.All() {
		for _, tag := range []language.Tag{language.English, language.Russian, language.Urdu} {
			name := nation.Name(id, tag)
			a, err := nation.At(name, within(id))
			var ambiguous *nation.AmbiguousError
			switch {
			case errors.As(err, &ambiguous) && slices.Contains(ambiguous.Candidates, id), a.ID == id:
			case err != nil || !slices.Contains(nation.Successors(id), a.ID):
				t.Errorf("At(%q, %v), the name of %s in %v, is %s", name, within(id), id, tag, asked(a, err))
			}
			if _, err := nation.Lookup(name); err != nil && !errors.As(err, &ambiguous) {
				t.Errorf("Lookup(%q), the name of %s in %v: %v", name, id, tag, err)
			}
		}
	}
}

func TestNames_FindTheirState(t *testing.T) {
	ambiguous := map[string]bool{}
	for id := range nation.All() {
		seen := map[string]bool{}
		for name, key := range nation.Names(id) {
			if seen[name] {
				t.Errorf("%s has the name %q twice", id, name)
			}
			seen[name] = true
			m, err := nation.Lookup(name)
			if err != nil {
				if a, ok := err.(*nation.AmbiguousError); !ok || !slices.Contains(a.Candidates, id) {
					t.Errorf("%s has the %v %q: %v", id, key, name, err)
				}
				ambiguous[name] = true
				continue
			}
			former := len(id) > 2 && len(m.ID) == 2 // the present goes before what has gone
			if m.ID != id && key != nation.KeyFormerCode && key != nation.KeyFormerName && !former {
				t.Errorf("%s has the %v %q, which finds %v", id, key, name, m)
			}
			if m.ID == id && m.Key != key && m.Key != nation.KeyCode {
				t.Errorf("%s has the %v %q, which is found as a %v", id, key, name, m.Key)
			}
		}
		if len(seen) == 0 {
			t.Errorf("%s has no names", id)
		}
	}
	golden(t, "ambiguous.txt", strings.Join(slices.Sorted(keys(ambiguous)), "\n")+"\n")
	for range nation.Names("ZZ") {
		t.Error("ZZ has names")
	}
	for range nation.Names("PK") {
		break
	}
}

func TestName_IsInTheLanguageOfTheTag(t *testing.T) {
	for _, test := range []struct {
		id        nation.ID
		tag, want string
	}{
		{"PK", "en", "Pakistan"},
		{"PK", "ru", "Пакистан"},
		{"PK", "ur", "پاکستان"},
		{"PK", "ur-PK", "پاکستان"},
		{"PK", "ur-Latn", "Pakistan"},
		{"PK", "ru-Latn", "Pakistan"},
		{"PK", "de", "Pakistan"},
		{"PK", "und", "Pakistan"},
		{"TR", "en-GB", "Türkiye"},
		{"SUHH", "ru", "Советский Союз"},
		{"BUMM", "ur", "برما"},
		{"WKUM", "ur", "Wake Island"},
		{"PRUSSIA", "ru", "Пруссия"},
		{"pk", "en", ""},
		{"ZZ", "en", ""},
		{"", "en", ""},
	} {
		if got := nation.Name(test.id, language.MustParse(test.tag)); got != test.want {
			t.Errorf("Name(%s, %s) = %q, want %q", test.id, test.tag, got, test.want)
		}
	}
	if got := nation.Name("PK", language.Tag{}); got != "Pakistan" {
		t.Errorf("Name(PK, the zero Tag) = %q", got)
	}
}

func TestRegions_GoFromTheNarrowestToTheWorld(t *testing.T) {
	for id, want := range map[nation.ID]string{
		"PK": "034 142 001", "UZ": "143 142 001", "TR": "145 142 001", "RU": "151 150 001",
		"BR": "005 419 019 001", "MX": "013 003 419 019 001", "US": "021 003 019 001", "NG": "011 202 002 001",
		"EG": "015 002 001", "AQ": "001", "XK": "039 150 001", "SUHH": "151 150 001", "CSHH": "151 150 001",
		"CSXX": "039 150 001", "YUCS": "039 150 001", "BUMM": "035 142 001", "PRUSSIA": "155 150 001",
		"KOREA": "030 142 001", "AUSTRIA-HUNGARY": "150 001", "ZZ": "", "": "", "034": "",
	} {
		if got := strings.Join(nation.Regions(id), " "); got != want {
			t.Errorf("Regions(%s) = %s, want %s", id, got, want)
		}
	}
	for id := range nation.All() {
		for _, region := range nation.Regions(id) {
			for _, tag := range []language.Tag{language.English, language.Russian, language.Urdu} {
				if nation.RegionName(region, tag) == "" {
					t.Errorf("region %s of %s has no name in %s", region, id, tag)
				}
			}
		}
	}
	if got := nation.RegionName("034", language.Urdu); got != "جنوبی ایشیا" {
		t.Errorf("RegionName(034, ur) = %q", got)
	}
	if got := nation.RegionName("34", language.English); got != "" {
		t.Errorf("RegionName(34) = %q", got)
	}
}

func TestSlices_AreTheCallersOwn(t *testing.T) {
	scribble := func(list []nation.ID) {
		for i := range list {
			list[i] = "XX"
		}
	}
	for range 2 {
		_, err := nation.Lookup("Congo")
		if got := nation.Predecessors("YE")[0] + nation.Successors("SUHH")[0]; got != "YDYEAM" || err.(*nation.AmbiguousError).Candidates[0] != "CD" {
			t.Errorf("a caller changed the tables: %s %v", got, err)
		}
		scribble(nation.Predecessors("YE"))
		scribble(nation.Successors("SUHH"))
		scribble(err.(*nation.AmbiguousError).Candidates)
		nation.Regions("PK")[0] = "999"
		nation.Periods("PK")[0] = nation.Period{}
	}
	if nation.Regions("PK")[0] != "034" || nation.Periods("PK")[0].First.String() != "1947-08-14" {
		t.Error("a caller changed the tables")
	}
}
