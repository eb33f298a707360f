import type { CsvMapping } from '../../contract/bank';
import { meanings } from './csv-preview';

const mapping: CsvMapping = {
	separator: ';',
	encoding: 'UTF-8',
	decimal: ',',
	date_format: 'DD.MM.YYYY',
	date: 0,
	amount: 3,
	credit: null,
	debit: null,
	direction: null,
	currency_column: null,
	currency: 'EUR',
	name: 1,
	account: null,
	text: [ 1, 2 ],
	reference: null,
	own_account: '',
};

describe( 'what the columns of a bank’s CSV mean', () => {
	it( 'names each meaning of a column, and nothing for one that means nothing', () => {
		expect( [ 0, 1, 2, 3, 4 ].map( ( column ) => meanings( mapping, column ) ) ).toEqual( [
			'Date',
			'Payer’s name, What the transfer is for',
			'What the transfer is for',
			'Amount',
			'',
		] );
	} );
} );
