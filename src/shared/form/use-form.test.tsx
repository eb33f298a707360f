import { act, fireEvent, render, screen } from '@testing-library/react';
import { z } from 'zod';
import { ApiFailure } from '../api';
import { FormDialog } from './form-dialog';
import { TextField } from './text-field';
import { type Sender, useForm } from './use-form';

const schema = z.strictObject( {
	name: z.string().min( 1 ),
	contact: z.strictObject( { email: z.string().min( 1 ) } ),
	plans: z.array( z.strictObject( { name: z.string().min( 1 ) } ) ),
} );
type Values = z.infer< typeof schema >;

interface Props {
	readonly answer: ( values: Values ) => Promise< true >;
	readonly onDone?: () => void;
	readonly clearError?: () => void;
}

function Sample( { answer, onDone = () => undefined, clearError = () => undefined }: Props ) {
	const command: Sender< Values, true > = {
		run: async ( values, onFailure ) => {
			try {
				return await answer( values );
			} catch ( thrown ) {
				onFailure?.( thrown as ApiFailure );
				return undefined;
			}
		},
		isBusy: false,
		error: undefined,
		clearError,
	};
	const form = useForm( {
		schema,
		initial: { name: '', contact: { email: '' }, plans: [ { name: 'One' }, { name: 'Two' } ] },
		command,
		request: ( values ) => values,
		onDone,
	} );
	return (
		<FormDialog title="Sample" button="Save" form={ form } onClose={ () => undefined }>
			<TextField label="Name" { ...form.field( 'name' ) } />
			<TextField label="Email" { ...form.part( 'contact' ).field( 'email' ) } />
			<TextField label="Second plan" { ...form.item( 'plans', 1 ).field( 'name' ) } />
		</FormDialog>
	);
}

const type = ( label: string, value: string ) =>
	fireEvent.change( screen.getByLabelText( label ), { target: { value } } );
const save = () => act( async () => void fireEvent.click( screen.getByRole( 'button', { name: 'Save' } ) ) );
const frame = () => act( async () => void ( await new Promise( ( next ) => requestAnimationFrame( next ) ) ) );

test( 'what the schema finds wrong stands at the fields, the first has the focus, and nothing is sent', async () => {
	const answer = jest.fn();
	render( <Sample answer={ answer } /> );
	await save();
	await frame();
	expect( answer ).not.toHaveBeenCalled();
	expect( screen.getByLabelText( 'Name' ).getAttribute( 'aria-invalid' ) ).toBe( 'true' );
	expect( screen.getAllByRole( 'alert' ) ).toHaveLength( 2 );
	expect( screen.getByLabelText( 'Name' ).matches( ':focus' ) ).toBe( true );
} );

test( 'a field, a part’s and one of a list’s are sent as they were typed', async () => {
	const answer = jest.fn( async () => true as const );
	const onDone = jest.fn();
	render( <Sample answer={ answer } onDone={ onDone } /> );
	type( 'Name', 'Care' );
	type( 'Email', 'ida@example.com' );
	type( 'Second plan', 'Yearly' );
	await save();
	expect( answer ).toHaveBeenCalledWith( {
		name: 'Care',
		contact: { email: 'ida@example.com' },
		plans: [ { name: 'One' }, { name: 'Yearly' } ],
	} );
	expect( onDone ).toHaveBeenCalledTimes( 1 );
} );

test( 'what the server finds wrong stands at its field until that is changed', async () => {
	const refusal = new ApiFailure( 'No.', 'counterfoil_invalid', 400, { '/contact/email': 'Somebody has it.' } );
	render( <Sample answer={ () => Promise.reject( refusal ) } /> );
	type( 'Name', 'Care' );
	type( 'Email', 'ida@example.com' );
	await save();
	expect( screen.getByRole( 'alert' ).textContent ).toBe( 'Somebody has it.' );
	type( 'Name', 'Caring' );
	expect( screen.getAllByRole( 'alert' ) ).toHaveLength( 1 );
	type( 'Email', 'ada@example.com' );
	expect( screen.queryByRole( 'alert' ) ).toBeNull();
} );

test( 'Ctrl+S saves once, also while the answer is on its way', async () => {
	let done: ( answer: true ) => void = () => undefined;
	const answer = jest.fn( () => new Promise< true >( ( resolve ) => ( done = resolve ) ) );
	render( <Sample answer={ answer } /> );
	type( 'Name', 'Care' );
	type( 'Email', 'ida@example.com' );
	const press = () => act( async () => void fireEvent.keyDown( window, { key: 's', ctrlKey: true } ) );
	await press();
	await press();
	expect( answer ).toHaveBeenCalledTimes( 1 );
	await act( async () => done( true ) );
	await press();
	expect( answer ).toHaveBeenCalledTimes( 2 );
} );

test( 'what was said about other values goes as soon as something is typed', () => {
	const clearError = jest.fn();
	render( <Sample answer={ jest.fn() } clearError={ clearError } /> );
	expect( clearError ).not.toHaveBeenCalled();
	type( 'Name', 'Care' );
	expect( clearError ).toHaveBeenCalledTimes( 1 );
} );
