import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import { formatMoment } from '../../../shared/dates';
import { Field } from '../../../shared/field';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';

/** What the staff tell each other; no client ever sees it. */
export function Notes( { invoice }: { readonly invoice: Invoice } ) {
	const [ body, setBody ] = useState( '' );
	const add = useCommand( 'notes.create' );
	const remove = useCommand( 'notes.delete' );
	const submit = async () => {
		if ( await add.run( { params: { id: invoice.id }, body: { body } } ) ) {
			setBody( '' );
		}
	};
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-invoice-notes">
			<h2 id="counterfoil-invoice-notes">{ __( 'Internal notes', 'counterfoil' ) }</h2>
			<ul className="counterfoil-notes">
				{ invoice.notes.map( ( note ) => (
					<li key={ note.id }>
						<p>{ note.body }</p>
						<span className="counterfoil-panel__quiet">
							{ note.author } · { formatMoment( note.created_at ) }{ ' ' }
							<Button variant="link" onClick={ () => void remove.run( { params: { id: note.id } } ) }>
								{ __( 'Delete', 'counterfoil' ) }
							</Button>
						</span>
					</li>
				) ) }
			</ul>
			<Problem error={ add.error ?? remove.error } />
			<form
				className="counterfoil-form"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void submit();
				} }
			>
				<Field label={ __( 'New note', 'counterfoil' ) } help={ __( 'Only staff see notes.', 'counterfoil' ) }>
					<textarea rows={ 2 } value={ body } onChange={ ( event ) => setBody( event.target.value ) } />
				</Field>
				<Button
					type="submit"
					variant="secondary"
					isBusy={ add.isBusy }
					disabled={ add.isBusy || body.trim() === '' }
					accessibleWhenDisabled
					__next40pxDefaultSize
				>
					{ __( 'Add note', 'counterfoil' ) }
				</Button>
			</form>
		</section>
	);
}
