import { useCallback, useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Redirect, useParams, useSearch } from 'wouter';
import type { Invoice, StoredInvoicing } from '../../../contract/invoices';
import { ApiFailure, call } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { EmptyState } from '../../../shared/empty-state';
import { NotFound } from '../../../shared/not-found';
import { Pending } from '../../../shared/pending';
import { useRead } from '../../../shared/store';
import { defaultTax, draftOf, newDraft } from './draft';
import { Editor } from './editor';
import { takeOver } from './handoff';
import './screen.scss';

const back = () => ( { href: '/invoices', label: __( 'Invoices', 'counterfoil' ) } );

/** A new invoice, or a draft that is changed. What was issued is looked at, not edited. */
export default function EditorScreen() {
	const { id } = useParams< { id?: string } >();
	if ( ! boot().can.bill ) {
		return (
			<EmptyState
				title={ __( 'You can view invoices but not create them', 'counterfoil' ) }
				text={ __( 'Ask a site administrator for access.', 'counterfoil' ) }
			/>
		);
	}
	if ( id === undefined ) {
		return <NewInvoice />;
	}
	return /^[1-9]\d*$/.test( id ) ? <ExistingDraft id={ Number( id ) } /> : <NotFound />;
}

function NewInvoice() {
	const search = useSearch();
	const clientId = Number( new URLSearchParams( search ).get( 'client' ) ) || null;
	const settings = useSettingsOfNow();
	const client = useClientOf( clientId );
	const { data } = settings;
	const initial = useMemo( () => {
		if ( ! data || client.isLoading ) {
			return undefined;
		}
		const { found } = client;
		return { ...newDraft( data, found?.currency ?? boot().currency ), client_id: found?.id ?? null };
	}, [ data, client ] );
	if ( ! data || ! initial ) {
		return (
			<Pending
				title={ __( 'New invoice', 'counterfoil' ) }
				back={ back() }
				error={ settings.error }
				onRetry={ settings.reload }
			/>
		);
	}
	return <Editor key={ clientId ?? 'new' } initial={ initial } settings={ data } />;
}

/**
 * What a bill begins with is not what was read last: another screen may have changed the rates since. Once it has begun it
 * stays as it is, whatever is read anew.
 */
function useSettingsOfNow() {
	const { data, error, isLoading, reload } = useRead( 'invoicing.get', {} );
	const [ settled, settle ] = useState< StoredInvoicing >();
	useEffect( () => {
		if ( ! settled && data && ! isLoading ) {
			settle( data );
		}
	}, [ settled, data, isLoading ] );
	return { data: settled, error, reload };
}

/** A link may name a client; one that is not there is simply not chosen. */
function useClientOf( id: number | null ) {
	const [ state, setState ] = useState< { isLoading: boolean; found?: { id: number; currency: string } } >( {
		isLoading: id !== null,
	} );
	useEffect( () => {
		if ( id === null ) {
			return;
		}
		let isHere = true;
		call( 'clients.get', { params: { id } } ).then(
			( found ) => isHere && setState( { isLoading: false, found } ),
			() => isHere && setState( { isLoading: false } )
		);
		return () => {
			isHere = false;
		};
	}, [ id ] );
	return state;
}

function ExistingDraft( { id }: { readonly id: number } ) {
	const [ handoff ] = useState( () => takeOver( id ) );
	const [ invoice, setInvoice ] = useState< Invoice | undefined >( handoff?.invoice );
	const [ error, setError ] = useState< ApiFailure | undefined >();
	const settings = useSettingsOfNow();
	const isRead = invoice !== undefined;
	// Always as it is now, never as it was shown last: two people may work on the same draft.
	const read = useCallback( () => {
		setError( undefined );
		call( 'invoices.get', { params: { id } } ).then( setInvoice, ( thrown ) =>
			setError( ApiFailure.from( thrown ) )
		);
	}, [ id ] );
	useEffect( () => {
		if ( ! isRead ) {
			read();
		}
	}, [ isRead, read ] );
	const initial = useMemo(
		() => invoice && settings.data && draftOf( invoice, defaultTax( settings.data ) ),
		[ invoice, settings.data ]
	);

	if ( ! invoice || ! initial || ! settings.data || error?.status === 404 ) {
		return (
			<Pending
				title={ __( 'Edit draft', 'counterfoil' ) }
				back={ back() }
				error={ error ?? settings.error }
				onRetry={ error ? read : settings.reload }
			/>
		);
	}
	if ( invoice.status !== 'draft' ) {
		return <Redirect to={ `/invoices/${ id }` } replace />;
	}
	return <Editor initial={ initial } invoice={ invoice } settings={ settings.data } refusal={ handoff?.refusal } />;
}
