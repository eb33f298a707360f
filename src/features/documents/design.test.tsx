import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { paper } from '../../contract/documents';
import { call } from '../../shared/api';
import { DesignPreview } from './design-preview';

jest.mock( '../../shared/api', () => ( { ...jest.requireActual( '../../shared/api' ), call: jest.fn() } ) );

const design = { accent: '#123456', page: 'a4', fields: [], footer: '' } as const;
const asked = jest.mocked( call );

const document = ( title: string ) => ( {
	document: paper.parse( {
		locale: 'en-US',
		direction: 'ltr',
		page: 'letter',
		title,
		headline: null,
		accent: '#123456',
		logo: null,
		seller: { label: 'From', name: 'North', lines: [] },
		buyer: { label: 'Bill to', name: 'Sample', lines: [] },
		facts: [],
		columns: { description: 'D', quantity: null, unit_price: null, discount: null, tax: null, amount: 'A' },
		lines: [],
		totals: [],
		notes: [],
		message: null,
		pay_hint: null,
		transfer: null,
		footer: null,
		page_label: '%1$d',
	} ),
} );

beforeEach( () => asked.mockReset() );

test( 'follows what is typed and the language that is chosen, without asking about half a color', async () => {
	asked.mockResolvedValue( document( 'Invoice 1' ) as never );
	const { rerender } = render( <DesignPreview design={ { ...design, fields: [] } } /> );
	expect( await screen.findByText( 'Invoice 1' ) ).toBeTruthy();

	rerender( <DesignPreview design={ { ...design, fields: [], accent: '#12' } } /> );
	asked.mockResolvedValue( document( 'Faktura 1' ) as never );
	rerender( <DesignPreview design={ { ...design, fields: [], accent: '#654321' } } /> );
	expect( await screen.findByText( 'Faktura 1' ) ).toBeTruthy();

	const [ , ...later ] = asked.mock.calls.map( ( [ , request ] ) => request );
	expect( later ).toEqual( [ { body: { design: { ...design, accent: '#654321' }, locale: '' } } ] );
	fireEvent.change( screen.getByLabelText( 'Client’s language' ), { target: { value: 'en_US' } } );
	await waitFor( () => expect( asked.mock.calls.at( -1 )?.[ 1 ] ).toMatchObject( { body: { locale: 'en_US' } } ) );
} );

test( 'says when the server could not be asked', async () => {
	asked.mockRejectedValue( new Error( 'Offline' ) );
	render( <DesignPreview design={ { ...design, fields: [] } } /> );
	expect( ( await screen.findAllByText( /Offline|went wrong|reach/i ) ).length ).toBeGreaterThan( 0 );
} );
