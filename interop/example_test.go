package interop_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/atop"
	"github.com/entente-go/entente/interop/cow"
)

// The same alliances in two datasets, as far as an example needs them.
const (
	inCOW = `version4id,ccode,all_st_year,all_end_year,mem_st_year,mem_end_year,defense,entente
61,2,1950,1960,1950,1960,1,0
61,20,1950,1960,1950,1960,1,0
62,365,1955,1991,1955,1991,1,1
62,290,1955,1991,1955,1991,1,1
62,339,1955,1991,1955,1968,1,1
`
	inATOP = `atopid,cow4id,begyr,endyr,defense,consul,mem1,mem2,mem3
9010,61,1950,1960,1,0,2,20,
9020,62,1955,1989,1,1,365,290,360
9030,,1970,0,0,1,155,135,
`
)

// Two datasets describe the same alliances. ATOP names the number that Correlates
// of War gives an alliance, so both records have it as an identifier. This lists
// what the two say differently, each with its source.
func Example_whereTwoDatasetsDiffer() {
	first, err := dataset(cow.Read(strings.NewReader(inCOW), interop.Options{}))
	if err != nil {
		log.Fatal(err)
	}
	second, err := dataset(atop.Read(strings.NewReader(inATOP), interop.Options{}))
	if err != nil {
		log.Fatal(err)
	}
	for a := range first.Agreements() {
		number := a.Identifiers[0]
		for b := range second.Identified(number.Scheme, number.Value).Agreements() {
			for _, line := range differences(a, b) {
				fmt.Printf("%s %s: %s\n", number.Scheme, number.Value, line)
			}
		}
	}
	// Output:
	// cow-alliance 62: in force 1955/1991 (cow-alliances, version4id 62), but 1955/1989 (atop, atopid 9020)
	// cow-alliance 62: AL is a party (cow-alliances, version4id 62), but not (atop, atopid 9020)
	// cow-alliance 62: RO is a party (atop, atopid 9020), but not (cow-alliances, version4id 62)
}

func dataset(records entente.Records, report interop.Report, err error) (*entente.Dataset, error) {
	if err != nil {
		return nil, err
	}
	if len(report.Rejected) > 0 {
		return nil, fmt.Errorf("rows rejected, the first at %v", report.Rejected[0])
	}
	return entente.New(records)
}

// differences says where two records of one alliance differ.
func differences(a, b entente.Agreement) (lines []string) {
	if a.InForce != b.InForce {
		lines = append(lines, fmt.Sprintf("in force %v (%s), but %v (%s)", a.InForce, where(a), b.InForce, where(b)))
	}
	for _, side := range [2][2]entente.Agreement{{a, b}, {b, a}} {
		with, without := side[0], side[1]
		others := make(map[entente.ID]bool)
		for actor := range without.Actors() {
			others[actor] = true
		}
		for actor := range with.Actors() {
			if !others[actor] {
				lines = append(lines, fmt.Sprintf("%s is a party (%s), but not (%s)", actor, where(with), where(without)))
			}
		}
	}
	return lines
}

// where returns the source that the record cites, and the place in it.
func where(a entente.Agreement) string {
	return string(a.Cites[0].Source) + ", " + a.Cites[0].Locator
}
