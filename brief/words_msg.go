package brief

// A msg is a sentence of a briefing or a part of one. The words are in the
// vocabularies, and so is their meaning: the constants are named for the English.
type msg uint8

// The messages, in the order in which a briefing has them.
const (
	// The title, and the headings of the sections.
	msgBriefing msg = iota + 1
	msgEmpty
	msgInNumbers
	msgWho
	msgTies
	msgExercises
	msgMeetings
	msgStatements
	msgOtherStatements
	msgJudgements
	msgClaims
	msgGaps
	msgCoverage
	msgSources

	// The headings within the sections.
	msgOfficials
	msgOrganizations
	msgNations
	msgBlocs
	msgRegions
	msgPartnerships
	msgAgreements
	msgSeries
	msgTimedExercises
	msgNotSaid
	msgNotes

	// Punctuation, and a remark at the end.
	msgComma
	msgSemicolon
	msgAnd
	msgBrackets
	msgStop
	msgColonStop
	msgColon
	msgRange
	msgMissing

	// Numbers.
	msgRecords
	msgUndated
	msgByKind
	msgByBasis
	msgByDegree
	msgByParty
	msgByPair
	msgByTopic
	msgCount

	// Time.
	msgTime
	msgTiming
	msgEarliest
	msgLatest
	msgNoDay
	msgNoMonth
	msgApproximate
	msgUncertain
	msgBeforeChrist
	msgFromTo
	msgSince
	msgSinceAbout
	msgUntil
	msgFromUnknown
	msgUntilUnknown

	// What begins the line of a record.
	msgHeadlineOnly
	msgSourceJudges

	// Actors.
	msgNation
	msgPosting
	msgImplied
	msgType
	msgParent
	msgMembers
	msgM49
	msgExists
	msgShort
	msgIdentifiers

	// Relations.
	msgParties
	msgSigned
	msgSignatories
	msgPlace
	msgInForce
	msgUnder
	msgPartnership
	msgProvides

	// Exercises.
	msgMeaning
	msgRunBy
	msgOfSeries
	msgEdition
	msgSite
	msgPeople
	msgAboutPeople
	msgStrength
	msgDomains
	msgForm
	msgAims
	msgCommanders
	msgCommandedBy
	msgUnidentified

	// Meetings, statements and judgements.
	msgPresent
	msgFor
	msgTo
	msgForTo
	msgLeads
	msgForLeads
	msgAuspices
	msgPurpose
	msgTrip
	msgSaidAt
	msgJudges           // somebody other than the source
	msgJudgesAttributed // as the source says
	msgHedge
	msgAffects
	msgAbout

	// What differs, and what is not known.
	msgClaim
	msgHeld
	msgNoDate
	msgNoStatus
	msgNoPlace
	msgNoTrend
	msgNoPost
	msgNoNation
	msgNoMembers
	msgNoTitle
	msgNoAuthor
	msgNoPublished

	// Coverage.
	msgCoveredParty
	msgCoveredParties
	msgAnyParties
	msgCoveredKinds
	msgAllKinds
	msgAnyTime
	msgComplete
	msgIncomplete
	msgOutside
	msgNoCoverage
	msgDataEdition
	msgDataAuthors
	msgLicence

	// Sources.
	msgAuthors
	msgPublished
	msgLanguage
	msgReprints
	msgAccessed
	msgArchived
	msgQuote
	msgAddress

	msgEnd
)
