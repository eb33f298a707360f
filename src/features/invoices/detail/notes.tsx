import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { type Invoice, noteInput } from '../../../contract/invoices';
import { formatMoment } from '../../../shared/dates';
import { FormFrame } from '../../../shared/form/form-frame';
import { TextArea } from '../../../shared/form/text-area';
import { useForm } from '../../../shared/form/use-form';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';

/** What the staff tell each other; no client ever sees it. */
export function Notes( { invoice }: { readonly invoice: Invoice } ) {
	const remove = useCommand( 'notes.delete' );
	const form = useForm( {
		schema: noteInput,
		initial: { body: '' },
		command: useCommand( 'notes.create' ),
		request: ( body ) => ( { params: { id: invoice.id }, body } ),
		onDone: () => form.reset( { body: '' } ),
	} );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-notes">
			<h2 id="counterfoil-invoice-notes">{ __( 'Internal notes', 'counterfoil' ) }</h2>
			<ul className="counterfoil-notes">
				{ invoice.notes.map( ( note ) => (
					<li key={ note.id }>
						<p dir="auto">{ note.body }</p>
						<span className="counterfoil-panel__quiet">
							{ note.author } · { formatMoment( note.created_at ) }{ ' ' }
							<Button variant="link" onClick={ () => void remove.run( { params: { id: note.id } } ) }>
								{ __( 'Delete', 'counterfoil' ) }
							</Button>
						</span>
					</li>
				) ) }
			</ul>
			<Problem error={ form.error ?? remove.error } />
			<FormFrame form={ form } className="counterfoil-form">
				<TextArea
					label={ __( 'New note', 'counterfoil' ) }
					help={ __( 'Only staff can see notes.', 'counterfoil' ) }
					rows={ 2 }
					{ ...form.field( 'body' ) }
				/>
				<Button
					type="submit"
					variant="secondary"
					isBusy={ form.isBusy }
					disabled={ form.isBusy || form.values.body.trim() === '' }
					accessibleWhenDisabled
					__next40pxDefaultSize
				>
					{ __( 'Add note', 'counterfoil' ) }
				</Button>
			</FormFrame>
		</section>
	);
}
