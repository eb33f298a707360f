/**
 * One term for one thing, and no sentence that only a translator would write: what is avoided, and what to say instead.
 * Read are the source language of every screen, email and document (.pot), the blocks, and the pages for developers.
 */
const { readFileSync, readdirSync, existsSync } = require( 'node:fs' );
const { join, relative } = require( 'node:path' );
const { po } = require( 'gettext-parser' );

const ROOT = join( __dirname, '..', '..' );

/** Whole words, in any case. What comes after the arrow is what to say. */
const AVOIDED = `
to be paid in all → Outstanding
to be paid → due
still due → Amount due
overdue longest → Longest overdue
date due → Due date
date of issue → Issue date
issued on → Issue date
begun, begin, begins, began → start
(payments?|money|sum|it)( \\S+)? came, comes to → received
given back, gives? back, gave back, giving back → refund
taken back, takes? back, took back → revoke, withdraw
brought back, brings? back → restore
declared? void → void
send again, sent again, sends again, mailed again → resend
billed to → Bill to
e-mails?, e-mailed → email
mail, mails, mailed, mailing, mailbox → email, inbox
log-ins? → login
what happened → Activity
stands? on, stood on → appears on
answers go → Replies go to
typed? in, are typed, is typed, what you typed, please type → enter
as your business → Same as business
looks? at, look into, look in your → view, check
gets? in, get in touch → log in, contact
not enough money → insufficient funds
or else, else ask → otherwise
all the same → anyway
those of before → out of date
makes? (a|an|the|one|some|them|it|two|your|their|new|missing)? ?(new )?(clients?|products?|plans?|pages?|portals?|drafts?|invoices?) → create
somebody, nobody, anybody, everybody → someone, no one, anyone
whoever, whatever, wherever, meanwhile, anew, hereby, thereby, whom → plain words
by itself → automatically
may be empty → optional
at most, fits? in, has to be, have to be → up to, must
is not right, isn’t right → is incorrect
there (is|are) no such, no such → doesn’t exist
at present, at the moment, the present (one|mode|account) → right now, current
not there any more, any more → no longer
besides → in addition to
behind the log-?in → log in to view
what clients read, clients’ answers → appears on, replies
who is logged in, that is billed → logged-in, you bill
may not do → don’t have permission
nothing left to do → you don’t need to do anything
goes? on with → continue
made-up → test
handed? back, put right, taken for, tells? of, told of → returned, corrected, treated as, about
yours to change, not yours → you can’t change
colours? → color
organis(e|es|ed|ation|ations) → organiz…
cheques? → check
cancelled, cancelling → canceled
licences? → license
postcodes? → postal code
behaviours? → behavior
labelled → labeled
forgotten → forgot
`;

/** Where such a word is meant: an ordinary use of it, or the name of something. */
const ALLOWED = [
	'mail server',
	'mail settings',
	'Make the plan recurring',
	'make the plan recurring',
	'to be paid online',
];

const rules = AVOIDED.trim()
	.split( '\n' )
	.flatMap( ( line ) => {
		const [ words, say ] = line.split( ' → ' );
		return words.split( ', ' ).map( ( word ) => ( {
			word,
			say,
			pattern: new RegExp( `(?<![\\w-])(?:${ word })(?![\\w-])`, 'i' ),
		} ) );
	} );

function complaintsAbout( text ) {
	const read = ALLOWED.reduce( ( rest, phrase ) => rest.replaceAll( phrase, '' ), text.replace( /'/g, '’' ) );
	return rules
		.filter( ( { pattern } ) => pattern.test( read ) )
		.map( ( { word, say } ) => `“${ word }”: say ${ say }` );
}

function sentencesOfThePot() {
	const { translations } = po.parse( readFileSync( join( ROOT, 'languages/counterfoil.pot' ) ) );
	return Object.values( translations )
		.flatMap( ( context ) => Object.values( context ) )
		.flatMap( ( { msgid, msgid_plural: plural } ) => [ msgid, plural ] )
		.filter( Boolean );
}

const filesIn = ( folder, ending ) =>
	readdirSync( join( ROOT, folder ), { recursive: true } )
		.filter( ( name ) => name.endsWith( ending ) )
		.map( ( name ) => join( ROOT, folder, name ) );

const PAGES = [
	...[
		'README.md',
		'readme.txt',
		'CONTRIBUTING.md',
		'tests/README.md',
		'includes/Documents/README.md',
		'tests/neighbours/README.md',
		'tests/stripe/README.md',
	].map( ( name ) => join( ROOT, name ) ),
	...filesIn( 'docs', '.md' ),
];

/** A page's prose in paragraphs: code has names of its own. */
const proseOf = ( page ) =>
	page
		.replace( /```[\s\S]*?```/g, '' )
		.replace( /`[^`]*`/g, '…' )
		.replace( /\]\([^)]*\)/g, ']' )
		.split( /\n\s*\n|\n(?=[|*-] |\d\. |#)/ )
		.map( ( paragraph ) => paragraph.replace( /\s+/g, ' ' ).trim() );

const found = ( sentences ) =>
	sentences.flatMap( ( sentence ) =>
		complaintsAbout( sentence ).map( ( complaint ) => `${ complaint } in: ${ sentence }` )
	);

describe( 'plain words', () => {
	test.each( [
		[ 'Send again', 1 ],
		[ 'Invoice 7 declared void', 1 ],
		[ 'Date of issue', 1 ],
		[ 'E-mail', 1 ],
		[ 'We mailed it', 1 ],
		[ 'Type in your address', 1 ],
		[ 'Make the portal pages', 1 ],
		[ 'Cheque', 1 ],
		[ 'The mail server isn’t responding', 0 ],
		[ 'Email a receipt', 0 ],
		[ 'Make the plan recurring', 0 ],
		[ 'Check your organization', 0 ],
	] )( 'the rules themselves: %s', ( sentence, count ) => {
		expect( complaintsAbout( sentence ) ).toHaveLength( count );
	} );

	test( 'on screens, in emails and on paper', () => {
		expect( found( sentencesOfThePot() ) ).toEqual( [] );
	} );

	/** In German VAT law (§ 14 Abs. 2 UStG) that is an invoice which the buyer writes: a seller corrects an invoice. */
	test( 'no credit note is a “Gutschrift” in German', () => {
		const { translations } = po.parse( readFileSync( join( ROOT, 'languages/counterfoil-de_DE.po' ) ) );
		const said = Object.values( translations ).flatMap( ( context ) =>
			Object.values( context ).flatMap( ( { msgstr } ) => msgstr )
		);
		expect( said ).toContain( 'Rechnungskorrektur' );
		expect( said.filter( ( text ) => /gutschr(ift|eib)|gutgeschr|schreib\S* .* gut\b/i.test( text ) ) ).toEqual(
			[]
		);
	} );

	test( 'in blocks', () => {
		const sentences = filesIn( 'blocks', 'block.json' ).flatMap( ( path ) => {
			const { title, description, keywords = [] } = JSON.parse( readFileSync( path, 'utf8' ) );
			return [ title, description, ...keywords ];
		} );
		expect( sentences.length ).toBeGreaterThan( 8 );
		expect( found( sentences ) ).toEqual( [] );
	} );

	test.each( PAGES.map( ( path ) => [ relative( ROOT, path ) ] ) )( 'in %s', ( name ) => {
		expect( existsSync( join( ROOT, name ) ) ).toBe( true );
		expect( found( proseOf( readFileSync( join( ROOT, name ), 'utf8' ) ) ) ).toEqual( [] );
	} );
} );
