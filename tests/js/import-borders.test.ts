/**
 * @jest-environment node
 */
import { resolve } from 'path';
import { Linter } from 'eslint';
import rule from '../../scripts/lint/import-borders.cjs';

const linter = new Linter();

/** What the rule says about one import in one file; empty when it is allowed. */
function complaints( file: string, statement: string ): string[] {
	return linter
		.verify(
			statement,
			[
				{
					files: [ '**' ],
					plugins: { house: { rules: { borders: rule } } },
					rules: { 'house/borders': 'error' },
				},
			],
			resolve( __dirname, '../..', file )
		)
		.map( ( { message } ) => message );
}

describe( 'the borders of the house', () => {
	it.each( [
		[ 'src/features/invoices/list.js', "import a from './fields';" ],
		[ 'src/features/invoices/editor/lines.js', "import a from '../fields';" ],
		[ 'src/features/invoices/editor/lines.js', "import a from '../../../shared/money';" ],
		[ 'src/features/invoices/list.js', "import a from '../../contract';" ],
		[ 'src/features/invoices/list.js', "import a from '@wordpress/element';" ],
		[ 'src/features/clients/list.js', "import a from '../../domain/invoices/columns';" ],
		[ 'src/features/invoices/editor/editor.js', "import a from '../../../documents/paper';" ],
		[ 'src/documents/paper.js', "import a from '../shared/contrast';" ],
		[ 'src/domain/invoices/columns.js', "import a from '../../shared/money';" ],
		[ 'src/app.js', "import a from './features/invoices/list';" ],
		[ 'blocks/portal/view.js', "import a from '../../src/shared/money';" ],
	] )( '%s may say %s', ( file, statement ) => {
		expect( complaints( file, statement ) ).toEqual( [] );
	} );

	it.each( [
		[ 'src/features/invoices/list.js', "import a from '../clients/fields';" ],
		[ 'src/features/invoices/editor/lines.js', "import( '../../clients/fields' );" ],
		[ 'src/features/invoices/list.js', "export * from '../clients';" ],
		[ 'src/features/invoices/list.js', "import a from '../../app';" ],
		[ 'src/shared/money.js', "import a from '../features/invoices/list';" ],
		[ 'src/shared/money.js', "import a from '../domain/invoices/columns';" ],
		[ 'src/shared/money.js', "import a from '../documents/paper';" ],
		[ 'src/domain/invoices/columns.js', "import a from '../clients/access-state';" ],
		[ 'src/domain/invoices/columns.js', "import a from '../../features/invoices/list';" ],
		[ 'src/documents/paper.js', "import a from '../shared/money';" ],
		[ 'src/contract/invoices.js', "import a from '../shared/money';" ],
		[ 'src/contract/invoices/preview.js', "import a from '../../documents/paper';" ],
		[ 'blocks/portal/view.js', "import a from '../login/view';" ],
		[ 'blocks/portal/view.js', "import a from '../../src/features/invoices/list';" ],
	] )( '%s may not say %s', ( file, statement ) => {
		expect( complaints( file, statement ) ).toEqual( [ expect.stringContaining( 'may not import' ) ] );
	} );
} );
