package brief

// A msg is a sentence of a briefing or a part of one. The words are in the
// vocabularies, and so is their meaning: the constants are named for the English.
type msg uint8

// The messages, in the order in which a briefing has them.
const (
	// The title, what a briefing without records says, and its sources.
	msgBriefing msg = iota + 1
	msgEmpty
	msgNoneFound
	msgUndatedOnly
	msgNotCovered
	msgSourcesOf
	msgSelectionOf // a part of a larger dataset
	msgPublished
	msgDataEdition
	msgNumbersLead

	// The lead. A piece is a part of a sentence, with the words that divide it from the rest.
	msgTies
	msgTiesNamed
	msgPieceAt     // a building or a base
	msgPieceIn     // a town or a sea
	msgPieceOn     // a day
	msgPieceDuring // a month, a season or years
	msgPieceWhen   // an adverb
	msgPieceTime
	msgPieceDays
	msgPieceWith
	msgPieceToInvolve
	msgPieceWasToInvolve
	msgSides
	msgMet
	msgVisited
	msgLatestMeeting
	msgLatestAgreement

	// The headings of the sections.
	msgRelations
	msgExercises
	msgMeetings
	msgStatements
	msgOtherStatements
	msgJudgements
	msgWho
	msgClaims
	msgUnknown
	msgSearched
	msgRemarks
	msgNotes
	msgSources
	msgInNumbers

	// The labels of a digest that are not headings too.
	msgRelationsShort
	msgSaidShort
	msgOutlook
	msgNotKnown
	msgMore

	// The headings within the sections.
	msgAgreements
	msgOtherExercises
	msgInGeneral
	msgOfficials
	msgOrganizations
	msgNations
	msgBlocs
	msgRegions

	// The heads of the columns.
	msgColRelation
	msgColTrend
	msgColNature
	msgColWhen
	msgColSigned
	msgColAgreement
	msgColParties
	msgColProvides
	msgColExercise
	msgColWhere
	msgColWho

	// Punctuation, and a remark at the end.
	msgComma
	msgSemicolon
	msgAnd
	msgBrackets
	msgStop
	msgColonStop
	msgColon
	msgDot
	msgRange
	msgQuote
	msgMissing

	// Time.
	msgTime
	msgNoDay
	msgNoMonth
	msgApproximate
	msgUncertain
	msgBeforeChrist
	msgDays
	msgDaysOfMonths
	msgMonths
	msgYears
	msgFromTo
	msgSince
	msgSinceAbout
	msgUntil
	msgFromUnknown
	msgUntilUnknown
	msgFromAboutTo
	msgFromToAbout
	msgFromAboutToAbout
	msgUntilAbout
	msgFromAboutUnknown
	msgUntilAboutUnknown

	// Relations.
	msgSignatories
	msgPlace
	msgInForce
	msgUnder
	msgPartnership

	// Exercises.
	msgMeaning
	msgRunBy
	msgRunByWhen
	msgEdition
	msgPeople
	msgAboutPeople
	msgStrength
	msgAims
	msgCommanders
	msgCommandedBy
	msgUnidentified

	// Meetings, statements and judgements.
	msgPresent
	msgPurpose
	msgPersonName
	msgRepresenting
	msgAddressing
	msgHead
	msgDateNotGiven
	msgAuspices
	msgTrip
	msgSaidAt
	msgHeadlineOnly
	msgSourceJudges
	msgOwnJudgements
	msgOwnJudgementsAbout
	msgJudges           // somebody other than the source
	msgJudgesAttributed // as the source says
	msgAbout
	msgAlsoAffects

	// Actors.
	msgImplied
	msgParent
	msgMembers
	msgAlsoListed
	msgM49
	msgExists
	msgIdentifiers

	// Differences, and open questions.
	msgHeldFirst
	msgSays
	msgNoMeetingDate
	msgNoMeetingPlace
	msgNoExerciseDate
	msgNoExercisePlace
	msgNoStrength
	msgNoSigning
	msgNoTerms

	// What was searched.
	msgCoveredParty
	msgCoveredParties
	msgAnyParties
	msgAllKinds
	msgComplete
	msgIncomplete
	msgOutside
	msgDataAuthors
	msgLicence

	// Sources.
	msgLanguage
	msgUntitled
	msgReprints
	msgAccessed
	msgReadOn
	msgArchived

	// Numbers.
	msgRecords
	msgUndated
	msgByKind
	msgByBasis
	msgByDegree
	msgByParty
	msgByPair
	msgByTopic
	msgSpan
	msgCount
	msgCounted

	msgEnd
)
