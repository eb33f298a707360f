import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { TextField } from '../../../shared/form/text-field';
import type { Draft } from './draft';

interface Props {
	readonly draft: Draft;
	readonly client: Client | undefined;
	readonly errorOf: ( field: string ) => string | undefined;
	readonly onChange: ( changes: Partial< Draft > ) => void;
}

/** What businesses ask for on a bill: when it was supplied, what they book it by. Open as soon as there is any of it. */
export function MoreDetails( { draft, client, errorOf, onChange }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const { supplyFrom, supplyTo, buyer_reference: reference, purchase_order: order } = draft;
	if ( ! isOpen && ! supplyFrom && ! supplyTo && ! reference && ! order && ! errorOf( 'supply' ) ) {
		return (
			<div>
				<Button
					className="counterfoil-editor__more"
					variant="tertiary"
					size="compact"
					onClick={ () => setOpen( true ) }
				>
					{ __( 'Add supply date, reference or order number', 'counterfoil' ) }
				</Button>
			</div>
		);
	}
	return (
		<div className="counterfoil-editor__terms">
			<TextField
				label={ __( 'Supplied from (optional)', 'counterfoil' ) }
				type="date"
				value={ supplyFrom }
				error={ errorOf( 'supply' ) }
				onChange={ ( day ) => onChange( { supplyFrom: day } ) }
			/>
			<TextField
				label={ __( 'Supplied until (optional)', 'counterfoil' ) }
				type="date"
				value={ supplyTo }
				onChange={ ( day ) => onChange( { supplyTo: day } ) }
			/>
			<TextField
				label={ __( 'Buyer reference (optional)', 'counterfoil' ) }
				help={
					client?.buyer_reference && ! reference
						? sprintf(
								/* translators: %s: what a client books invoices by */
								__( 'The client’s default is used: %s', 'counterfoil' ),
								client.buyer_reference
							)
						: undefined
				}
				maxLength={ 190 }
				value={ reference }
				error={ errorOf( 'buyer_reference' ) }
				onChange={ ( typed ) => onChange( { buyer_reference: typed } ) }
			/>
			<TextField
				label={ __( 'Purchase order (optional)', 'counterfoil' ) }
				maxLength={ 60 }
				value={ order }
				error={ errorOf( 'purchase_order' ) }
				onChange={ ( typed ) => onChange( { purchase_order: typed } ) }
			/>
		</div>
	);
}
