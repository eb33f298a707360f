import { Button, CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { BankEntry, BankProposal } from '../../contract/bank';
import type { ApiFailure } from '../../shared/api';
import { Combobox } from '../../shared/combobox';
import { formatDay } from '../../shared/dates';
import { DialogActions } from '../../shared/dialog-actions';
import { Field } from '../../shared/form/field';
import { Loaded } from '../../shared/loaded';
import { formatMoney } from '../../shared/money';
import { Problem } from '../../shared/problem';
import { useRead } from '../../shared/store';
import { useDebounced } from '../../shared/use-debounced';
import { partWords, payerOf, restWords } from './words';

interface Props {
	readonly entry: BankEntry;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly onConfirm: ( chosen: BankProposal ) => void;
	readonly onClose: () => void;
}

/** What a transfer pays, chosen by hand: found by a number, a name or an amount; the server says how it is shared. */
export function ChooseInvoices( { entry, isBusy, error, onConfirm, onClose }: Props ) {
	const proposed = entry.proposal;
	const [ client, setClient ] = useState( proposed?.client );
	const [ ids, setIds ] = useState< readonly number[] >( proposed?.parts.map( ( { invoice } ) => invoice.id ) ?? [] );
	const split = useRead(
		'bank.split',
		{
			params: { id: entry.id },
			query: { client_id: client?.id ?? 1, ...( ids.length > 0 ? { invoice_ids: ids.join( ',' ) } : {} ) },
		},
		client !== undefined
	);
	const shares = split.isLoading || split.error ? undefined : split.data;
	return (
		<Modal
			title={ __( 'What does this transfer pay?', 'counterfoil' ) }
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
			size="medium"
			focusOnMount="firstContentElement"
		>
			<div className="counterfoil-app counterfoil-form">
				<p dir="auto">
					{ sprintf(
						/* translators: 1: amount of money, 2: who paid, 3: date */
						__( '%1$s from %2$s on %3$s', 'counterfoil' ),
						formatMoney( entry.amount ),
						payerOf( entry ),
						formatDay( entry.booked_on )
					) }
				</p>
				<FindInvoice
					currency={ entry.amount.currency }
					client={ client?.name ?? '' }
					onChoose={ ( invoiceId, of ) => {
						setClient( of );
						setIds( of.id === client?.id ? [ ...new Set( [ ...ids, invoiceId ] ) ] : [ invoiceId ] );
					} }
				/>
				{ client && (
					<OpenInvoices
						key={ client.id }
						client={ client }
						currency={ entry.amount.currency }
						chosen={ ids }
						onChange={ setIds }
					/>
				) }
				<div role="status" className="counterfoil-bank__shares">
					{ shares && (
						<ul>
							{ shares.parts.map( ( part ) => (
								<li key={ part.invoice.id }>{ partWords( part ) }</li>
							) ) }
							{ restWords( shares ) && <li>{ restWords( shares ) }</li> }
						</ul>
					) }
				</div>
				<Problem error={ split.error ?? error } />
				<DialogActions onCancel={ onClose }>
					<Button
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy || ! shares }
						accessibleWhenDisabled
						onClick={ () => shares && onConfirm( shares ) }
						__next40pxDefaultSize
					>
						{ __( 'Record payment', 'counterfoil' ) }
					</Button>
				</DialogActions>
			</div>
		</Modal>
	);
}

interface FindProps {
	readonly currency: string;
	readonly client: string;
	readonly onChoose: ( invoiceId: number, client: { readonly id: number; readonly name: string } ) => void;
}

function FindInvoice( { currency, client, onChoose }: FindProps ) {
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed, 150 ).trim();
	const found = useRead( 'invoices.list', {
		query: { only: 'outstanding', per_page: 20, ...( search ? { search } : {} ) },
	} );
	const items = found.data?.items.filter( ( { due } ) => due.currency === currency );
	const options = items?.map( ( { id, number, client: { name }, due } ) => ( {
		id: String( id ),
		label: `${ number ?? '' } · ${ formatMoney( due ) }`,
		detail: name,
	} ) );
	return (
		<Field label={ __( 'Find an open invoice', 'counterfoil' ) } help={ client }>
			<Combobox
				value=""
				placeholder={ __( 'Number, client or amount', 'counterfoil' ) }
				options={ search === typed.trim() ? options : undefined }
				problem={ found.error?.message }
				onSearch={ setTyped }
				onChoose={ ( option ) => {
					const invoice = items?.find( ( { id } ) => String( id ) === option.id );
					if ( invoice ) {
						onChoose( invoice.id, invoice.client );
					}
				} }
			/>
		</Field>
	);
}

interface OpenProps {
	readonly client: { readonly id: number; readonly name: string };
	readonly currency: string;
	readonly chosen: readonly number[];
	readonly onChange: ( ids: readonly number[] ) => void;
}

/** All that the client has to pay in the transfer's currency. */
function OpenInvoices( { client, currency, chosen, onChange }: OpenProps ) {
	const read = useRead( 'invoices.list', {
		query: { only: 'outstanding', client_id: client.id, per_page: 100, orderby: 'due_date', order: 'asc' },
	} );
	return (
		<fieldset className="counterfoil-bank__open">
			<legend dir="auto">
				{
					/* translators: %s: name of a client */
					sprintf( __( 'Open invoices of %s', 'counterfoil' ), client.name )
				}
			</legend>
			<Loaded read={ read }>
				{ ( { items } ) =>
					items
						.filter( ( { due } ) => due.currency === currency )
						.map( ( invoice ) => (
							<CheckboxControl
								key={ invoice.id }
								label={ invoice.number ?? '' }
								help={ sprintf(
									/* translators: 1: amount due, 2: date */
									__( '%1$s, due %2$s', 'counterfoil' ),
									formatMoney( invoice.due ),
									formatDay( invoice.due_date )
								) }
								checked={ chosen.includes( invoice.id ) }
								onChange={ ( isOn ) =>
									onChange(
										isOn
											? [ ...chosen, invoice.id ]
											: chosen.filter( ( other ) => other !== invoice.id )
									)
								}
								__nextHasNoMarginBottom
							/>
						) )
				}
			</Loaded>
			<p className="counterfoil-panel__quiet">
				{ __( 'With none of them chosen, all of it becomes the client’s credit.', 'counterfoil' ) }
			</p>
		</fieldset>
	);
}
