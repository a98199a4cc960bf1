package entente

// alpha2Codes has the codes that ISO 3166-1 has assigned, and XK, each at the
// place that its letters give, and ".." at the places of all others.
const alpha2Codes = "" +
	"......ADAEAFAG..AI....ALAM..AO..AQARASATAU..AWAX..AZ" +
	"BABB..BDBEBFBGBHBIBJ..BLBMBNBO..BQBRBSBT..BVBW..BYBZ" +
	"CA..CCCD..CFCGCHCI..CKCLCMCNCO....CR....CUCVCWCXCYCZ" +
	"........DE........DJDK..DM..DO....................DZ" +
	"....EC..EE..EGEH..................ERESET............" +
	"................FIFJFK..FM..FO....FR................" +
	"GAGB..GDGEGFGGGHGI....GLGMGN..GPGQGRGSGTGU..GW..GY.." +
	"....................HK..HMHN......HR..HTHU.........." +
	"......IDIE............ILIMINIO..IQIRISIT............" +
	"........JE..............JM..JOJP...................." +
	"........KE..KGKHKI......KMKN..KP..KR........KW..KYKZ" +
	"LALBLC..........LI..LK............LRLSLTLULV....LY.." +
	"MA..MCMDMEMFMGMH....MKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZ" +
	"NA..NC..NENFNG..NI....NL....NONP..NR....NU........NZ" +
	"........................OM.........................." +
	"PA......PEPFPGPH....PKPLPMPN......PRPSPT....PW..PY.." +
	"QA.................................................." +
	"........RE..................RO......RS..RU..RW......" +
	"SASBSCSDSE..SGSHSISJSKSLSMSNSO....SRSSST..SV..SXSYSZ" +
	"....TCTD..TFTGTH..TJTKTLTMTNTO....TR..TT..TVTW....TZ" +
	"UA..........UG..........UM..........US..........UYUZ" +
	"VA..VC..VE..VG..VI........VN............VU.........." +
	"..........WF........................WS.............." +
	"....................XK.............................." +
	"........YE............................YT............" +
	"ZA......................ZM..................ZW......"

// iso3166Part3 has the codes of ISO 3166-3, in order.
const iso3166Part3 = "" +
	"AIDJANHHBQAQBUMMBYAACSHHCSXXCTKIDDDEDYBJFQHHFXFRGEHHHVBFJTUMMIUM" +
	"NHVUNQAQNTHHPCHHPUUMPZPARHZWSKINSUHHTPTLVDVNWKUMYDYEYUCSZRCD"

// knownNation reports whether id is the ID of a nation: an assigned alpha-2
// code of ISO 3166-1 or XK, or a four-letter code of ISO 3166-3. It does not
// touch the table of nations.
func knownNation(id string) bool {
	switch len(id) {
	case 2:
		return alpha2Code(id[0], id[1]) != ""
	case 4:
		return part3Index(id) >= 0
	}
	return false
}

// alpha2Code returns the code of two upper-case letters, or "" if ISO 3166-1
// has not assigned it.
func alpha2Code(a, b byte) string {
	i := alpha2Index(a, b)
	if i < 0 || alpha2Codes[2*i] == '.' {
		return ""
	}
	return alpha2Codes[2*i : 2*i+2]
}

// alpha2Index numbers all pairs of upper-case letters. It is -1 for others.
func alpha2Index(a, b byte) int {
	if a -= 'A'; a >= 26 {
		return -1
	}
	if b -= 'A'; b >= 26 {
		return -1
	}
	return int(a)*26 + int(b)
}

// part3Index returns the place of a code of four bytes in iso3166Part3, or -1.
func part3Index(code string) int {
	want := bigEndian(code)
	low, high := 0, len(iso3166Part3)/4
	for low < high {
		middle := (low + high) / 2
		switch at := bigEndian(iso3166Part3[middle*4 : middle*4+4]); {
		case at == want:
			return middle
		case at < want:
			low = middle + 1
		default:
			high = middle
		}
	}
	return -1
}

// bigEndian returns four bytes as a number in the order of the texts.
func bigEndian(s string) uint32 {
	return uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3])
}
