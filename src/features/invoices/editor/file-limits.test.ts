import { MAX_FILE_BYTES, MAX_FILES } from '../../../contract/invoices';
import { type BootData } from '../../../shared/boot';
import { formatSize } from '../../../shared/file-size';
import { limits, mailWarning, whyNotAttached } from './file-limits';

const MB = 1024 * 1024;
const site = ( uploadLimit: number ) => {
	window.counterfoil = { locale: 'en-US', uploadLimit } as BootData;
};
beforeEach( () => site( 64 * MB ) );

const file = ( size: number, name = 'Terms.pdf' ) => ( { name, size } );

test.each( [
	[ 'the last byte that fits', file( 4 * MB ), [ file( MAX_FILE_BYTES - 4 * MB ) ], /^$/ ],
	[ 'one byte more', file( 4 * MB + 1 ), [ file( MAX_FILE_BYTES - 4 * MB ) ], /larger than 10 MB in total/ ],
	[ 'the tenth file', file( 1 ), Array.from( { length: MAX_FILES - 1 }, () => file( 1 ) ), /^$/ ],
	[ 'the eleventh file', file( 1 ), Array.from( { length: MAX_FILES }, () => file( 1 ) ), /up to 10 files/ ],
	[ 'nothing', file( 0 ), [], /empty/ ],
	[ 'capitals', file( 1, 'SCAN.PDF' ), [], /^$/ ],
	[ 'a program', file( 1, 'setup.exe' ), [], /type can’t be attached/ ],
	[ 'no ending', file( 1, 'README' ), [], /type can’t be attached/ ],
] )( 'before it is sent, %s is judged', ( _, chosen, others, expected ) => {
	const why = whyNotAttached( chosen, others );
	expect( why ?? '' ).toMatch( expected );
} );

test( 'the limit of the site is said where it is the lower one', () => {
	expect( limits() ).toBe( 'Up to 10 files, 10 MB in total.' );
	site( 2 * MB );
	expect( limits() ).toBe( 'Up to 10 files, 10 MB in total. This site accepts files of up to 2 MB.' );
	expect( whyNotAttached( file( 2 * MB ), [] ) ).toBeUndefined();
	expect( whyNotAttached( file( 2 * MB + 1 ), [] ) ).toMatch( /larger than this site accepts \(2 MB\)/ );
} );

test( 'what makes a mail too large for some is said', () => {
	const of = ( size: number ) => [ { id: 1, type: 'pdf', name: 'a.pdf', size } as const ];
	expect( mailWarning( of( 7 * MB ) ) ).toBeUndefined();
	expect( mailWarning( of( 8.4 * MB ) ) ).toMatch( /^8.4 MB of files make a large email/ );
} );

test.each( [
	[ 1, '1 B' ],
	[ 1023, '1,023 B' ],
	[ 1024, '1 KB' ],
	[ MB - 1, '1,024 KB' ],
	[ MB, '1 MB' ],
	[ 1.25 * MB, '1.3 MB' ],
] )( '%d bytes are %s', ( bytes, said ) => {
	expect( formatSize( bytes, 'en-US' ) ).toBe( said );
} );
