/**
 * @jest-environment node
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { mo, po } from 'gettext-parser';
import { british } from '../../scripts/i18n/british.mjs';
import { compileLanguages } from '../../scripts/i18n/compile.mjs';
import { withPlainHeredocs } from '../../scripts/i18n/extract.mjs';
import { isForClients, reportOn } from '../../scripts/i18n/report.mjs';

const HEADER = `msgid ""
msgstr ""
"Language: pl_PL\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"
`;

const POLISH = `${ HEADER }
#: includes/Page.php
msgid "Hello"
msgstr "Cześć"

#: src/list.tsx
msgid "%d invoice"
msgid_plural "%d invoices"
msgstr[0] "%d faktura"
msgstr[1] "%d faktury"
msgstr[2] "%d faktur"

#: src/shared/due.ts blocks/portal/view.ts
msgctxt "an invoice"
msgid "Due"
msgstr "Do zapłaty"

#: src/index.tsx
#, fuzzy
msgid "Guessed"
msgstr "Zgadnięte"

#: src/index.tsx
msgid "Nobody said this yet"
msgstr ""
`;

describe( 'the compiled translations', () => {
	const root = mkdtempSync( join( tmpdir(), 'counterfoil-languages-' ) );
	const read = ( name ) => readFileSync( join( root, 'build/languages', name ) );
	const messagesOf = ( handle ) => JSON.parse( read( `counterfoil-pl_PL-${ handle }.json` ) ).locale_data.messages;

	beforeAll( () => {
		const files = {
			'languages/counterfoil-pl_PL.po': POLISH,
			'src/index.tsx': "const List = lazy( () => import( './list' ) );",
			'src/list.tsx': "import { due } from './shared/due';",
			'src/shared/due.ts': '',
			'blocks/portal/block.json': JSON.stringify( {
				name: 'counterfoil/portal',
				editorScript: 'file:./edit.tsx',
				viewScriptModule: 'file:./view.ts',
			} ),
			'blocks/portal/edit.tsx': '',
			'blocks/portal/view.ts': '',
		};
		for ( const [ name, content ] of Object.entries( files ) ) {
			mkdirSync( dirname( join( root, name ) ), { recursive: true } );
			writeFileSync( join( root, name ), content );
		}
		compileLanguages( root );
	} );

	afterAll( () => rmSync( root, { recursive: true } ) );

	it( 'give PHP what PHP says', () => {
		const { translations } = mo.parse( read( 'counterfoil-pl_PL.mo' ) );
		expect( translations[ '' ].Hello.msgstr ).toEqual( [ 'Cześć' ] );
		expect( translations[ '' ] ).not.toHaveProperty( '%d invoice' );
	} );

	it( 'give the app what it says, lazy screens too, and nothing that is only guessed', () => {
		const { '': header, ...messages } = messagesOf( 'counterfoil-admin' );
		expect( header.lang ).toBe( 'pl_PL' );
		expect( header[ 'plural-forms' ] ).toContain( 'nplurals=3' );
		expect( messages ).toEqual( {
			'%d invoice': [ '%d faktura', '%d faktury', '%d faktur' ],
			'an invoice\u0004Due': [ 'Do zapłaty' ],
		} );
	} );

	it( 'give each script of a block its own', () => {
		expect( messagesOf( 'counterfoil-portal-view-script-module' ) ).toHaveProperty( [ 'an invoice\u0004Due' ] );
		expect( readdirSync( join( root, 'build/languages' ) ) ).not.toContain(
			'counterfoil-pl_PL-counterfoil-portal-editor-script.json'
		);
	} );
} );

describe( 'the template', () => {
	it( 'is made of heredocs that xgettext sees the end of', () => {
		expect( withPlainHeredocs( '$a = <<<HTML\n    <p>It’s</p>\n    HTML;\n    $b = <<<HTML\nHTML;\n' ) ).toBe(
			'$a = <<<HTML\n    <p>It’s</p>\nHTML;\n    $b = <<<HTML\nHTML;\n'
		);
	} );

	it( 'sees the end of a heredoc that is an argument', () => {
		expect( withPlainHeredocs( 'f(<<<HTML\n    <p>It’s</p>\n    HTML);\n    __( "Seen" );\n' ) ).toBe(
			'f(<<<HTML\n    <p>It’s</p>\nHTML\n);\n    __( "Seen" );\n'
		);
	} );
} );

describe( 'British English', () => {
	it( 'has the words that differ, and nothing else', () => {
		const template = `msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#: includes/Page.php
msgid "Brand color"
msgstr ""

msgid "Invoice"
msgstr ""

msgid "Colored paper"
msgstr ""

msgid "%d payment canceled"
msgid_plural "%d payments canceled"
msgstr[0] ""
msgstr[1] ""

msgid "Check"
msgstr ""

msgid "Check your inbox"
msgstr ""
`;
		const { translations } = po.parse( british( Buffer.from( template ) ) );
		expect(
			Object.values( translations[ '' ] ).flatMap( ( { msgid, msgstr } ) => ( msgid ? msgstr : [] ) )
		).toEqual( [ '%d payment cancelled', '%d payments cancelled', 'Brand colour', 'Cheque' ] );
	} );
} );

describe( 'the report on a translation', () => {
	it( 'holds it against what the code says now', () => {
		const template = POLISH.replace( 'Hello', 'Good morning' );
		expect( reportOn( Buffer.from( template ), Buffer.from( POLISH ) ) ).toEqual( {
			total: 5,
			there: 3,
			missing: [ 'Good morning', 'Nobody said this yet' ],
			fuzzy: [ 'Guessed' ],
			wrong: [],
		} );
	} );

	it( 'lets a translation lack what clients do not read, where that is asked for', () => {
		const template = POLISH.replace( 'Hello', 'Good morning' );
		expect( reportOn( Buffer.from( template ), Buffer.from( POLISH ), isForClients ).missing ).toEqual( [
			'Good morning',
		] );
		const isRead = ( reference ) => isForClients( { comments: { reference } } );
		expect( isRead( 'includes/Invoices/Sentences.php\nincludes/Admin/AdminPage.php src/index.tsx' ) ).toBe( false );
		expect( isRead( 'src/index.tsx\nincludes/Invoices/InvoiceWording.php' ) ).toBe( true );
		expect( isRead( 'blocks/portal/view.ts' ) ).toBe( true );
		expect( isRead( 'includes/Somewhere/New.php' ) ).toBe( true );
	} );

	it( 'notices a lost placeholder', () => {
		const broken = POLISH.replace( '%d faktury', '%s faktury' );
		expect( reportOn( Buffer.from( POLISH ), Buffer.from( broken ) ).wrong ).toEqual( [ '%d invoice' ] );
	} );
} );
