import { useCallback, useState } from '@wordpress/element';
import type { Invoice } from '../../../contract/invoices';
import type { ChosenRecipients } from '../../../domain/invoices/recipients-field';
import { ApiFailure, call } from '../../../shared/api';
import type { FieldErrors } from '../../../shared/form/errors';
import { Intention } from '../../../shared/intention';
import { refresh } from '../../../shared/store';
import type { Draft } from './draft';
import { byField, readForSaving } from './read-draft';

export interface Refusal {
	readonly failure: ApiFailure | undefined;
	readonly errors: FieldErrors;
}

const nothing: Refusal = { failure: undefined, errors: {} };

export interface Saving {
	/** As it was last saved or read; undefined before a new one's first time. */
	readonly invoice: Invoice | undefined;
	readonly isBusy: boolean;
	/** Why it was not saved or sent. */
	readonly refusal: Refusal;
	/** Somebody else saved this draft meanwhile. */
	readonly isConflict: boolean;
	/** It was sent meanwhile: nothing can be changed any more. */
	readonly isIssued: boolean;
	/** Saves over the version that was read last, or over a newer one of somebody else. */
	readonly save: ( draft: Draft, over?: Invoice ) => Promise< Invoice | undefined >;
	/** Sends what was saved, and nothing else. */
	readonly send: (
		saved: Invoice,
		invite: boolean,
		chosen: ChosenRecipients | undefined
	) => Promise< Invoice | undefined >;
	/** Goes on from this version, theirs. */
	readonly accept: ( invoice: Invoice ) => void;
	/** Says at a field why it can't be sent. */
	readonly refuse: ( errors: FieldErrors ) => void;
	/** Takes the words away that stand at these fields. */
	readonly forget: ( isAbout: ( field: string ) => boolean ) => void;
}

/** Saves and sends. The same intention tried again carries the same key, so it is done once. */
export function useSaving( initial: Invoice | undefined, refused: Refusal = nothing ): Saving {
	const [ invoice, setInvoice ] = useState( initial );
	const [ isBusy, setBusy ] = useState( false );
	const [ refusal, setRefusal ] = useState( refused );
	const [ intention ] = useState( () => new Intention() );

	const attempt = useCallback(
		async ( keys: readonly string[], work: () => Promise< Invoice > ) => {
			setBusy( true );
			setRefusal( nothing );
			try {
				const answer = await work();
				intention.settle();
				setInvoice( answer );
				refresh();
				return answer;
			} catch ( thrown ) {
				const failure = ApiFailure.from( thrown );
				setRefusal( { failure, errors: byField( failure.fields, keys ) } );
				return undefined;
			} finally {
				setBusy( false );
			}
		},
		[ intention ]
	);

	const save = useCallback(
		async ( draft: Draft, over?: Invoice ) => {
			const { input, keys, errors } = readForSaving( draft );
			if ( ! input ) {
				setRefusal( { failure: undefined, errors } );
				return undefined;
			}
			const before = over ?? invoice;
			return attempt( keys, () =>
				before
					? call( 'invoices.update', {
							params: { id: before.id },
							body: { ...input, version: before.version },
						} )
					: call( 'invoices.create', { body: input }, { key: intention.keyFor( input ) } )
			);
		},
		[ attempt, intention, invoice ]
	);
	const send = useCallback(
		async ( { id, version }: Invoice, invite: boolean, chosen: ChosenRecipients | undefined ) =>
			attempt( [], async () => {
				if ( chosen ) {
					await call( 'invoices.choose-recipients', { params: { id }, body: chosen } );
				}
				return call(
					'invoices.send',
					{ params: { id }, body: { version, invite } },
					{ key: intention.keyFor( { id, version, invite } ) }
				);
			} ),
		[ attempt, intention ]
	);
	const accept = useCallback( ( theirs: Invoice ) => {
		setInvoice( theirs );
		setRefusal( nothing );
	}, [] );
	const refuse = useCallback( ( errors: FieldErrors ) => setRefusal( { failure: undefined, errors } ), [] );
	const forget = useCallback(
		( isAbout: ( field: string ) => boolean ) =>
			setRefusal( ( previous ) => {
				const kept = Object.entries( previous.errors ).filter( ( [ field ] ) => ! isAbout( field ) );
				if ( kept.length === Object.keys( previous.errors ).length ) {
					return previous;
				}
				// The message above the form goes with the last field it was about.
				return kept.length === 0 ? nothing : { ...previous, errors: Object.fromEntries( kept ) };
			} ),
		[]
	);
	return {
		invoice,
		isBusy,
		refusal,
		isIssued: refusal.failure?.code === 'counterfoil_invoice_not_draft',
		isConflict: refusal.failure?.code === 'counterfoil_invoice_changed',
		save,
		send,
		accept,
		refuse,
		forget,
	};
}
