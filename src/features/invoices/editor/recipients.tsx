import type { Invoice } from '../../../contract/invoices';
import { type ChosenRecipients, chosenOf, RecipientsField } from '../../../domain/invoices/recipients-field';
import { useRead } from '../../../shared/store';
import type { Draft } from './draft';
import type { Refusal } from './use-saving';

interface Props {
	readonly draft: Draft;
	/** As it was saved last. */
	readonly invoice: Invoice | undefined;
	readonly refusal: Refusal;
	readonly onChange: ( chosen: ChosenRecipients ) => void;
}

/** Who gets it: those it was saved with, else whoever gets the client's. What is chosen here is saved with the draft. */
export function Recipients( { draft, invoice, refusal, onChange }: Props ) {
	const { client_id: id } = draft;
	const saved = invoice?.client.id === id ? invoice : undefined;
	const { data } = useRead( 'clients.recipients', { params: { id: id ?? 0 } }, id !== null && ! saved );
	const delivered = saved ?? data?.invoice;
	if ( ! delivered || delivered.recipient_choices.length === 0 ) {
		// That nobody can get it is said when it is sent; until then it is only a draft.
		return null;
	}
	return (
		<RecipientsField
			invoice={ delivered }
			chosen={ draft.recipients ?? chosenOf( delivered ) }
			faults={ faultsOf( refusal ) }
			onChange={ onChange }
		/>
	);
}

/** "/recipients/cc/0" is "/cc/0" of the field. */
export const faultsOf = ( { failure }: Refusal ): Readonly< Record< string, string > > =>
	Object.fromEntries(
		Object.entries( failure?.fields ?? {} ).flatMap( ( [ at, sentence ] ) =>
			at.startsWith( '/recipients/' ) ? [ [ at.slice( '/recipients'.length ), sentence ] ] : []
		)
	);
