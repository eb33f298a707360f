import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Design, PaperField } from '../../contract/documents';
import type { FormPart } from '../../shared/form/part';

interface Group {
	readonly name: string;
	readonly fields: ReadonlyArray< readonly [ PaperField, string, string? ] >;
}

const groups = (): readonly Group[] => [
	{
		name: __( 'Your business', 'counterfoil' ),
		fields: [
			[ 'logo', __( 'Logo', 'counterfoil' ) ],
			[
				'tax_ids',
				__( 'Tax IDs', 'counterfoil' ),
				__( 'Most countries require them. Always shown with the reverse charge.', 'counterfoil' ),
			],
			[ 'registration_number', __( 'Registration numbers', 'counterfoil' ) ],
			[ 'email', __( 'Email', 'counterfoil' ) ],
			[ 'phone', __( 'Phone', 'counterfoil' ) ],
			[ 'web', __( 'Your website', 'counterfoil' ) ],
		],
	},
	{
		name: __( 'Client', 'counterfoil' ),
		fields: [
			[ 'client_tax_ids', __( 'Client’s tax IDs', 'counterfoil' ) ],
			[ 'client_email', __( 'Client’s email', 'counterfoil' ) ],
			[ 'reference', __( 'Client’s reference', 'counterfoil' ) ],
			[ 'purchase_order', __( 'Purchase order', 'counterfoil' ) ],
			[ 'website', __( 'Client’s website', 'counterfoil' ) ],
		],
	},
	{
		name: __( 'Document', 'counterfoil' ),
		fields: [
			[ 'due_date', __( 'Due date', 'counterfoil' ) ],
			[ 'supply', __( 'Supply date or period', 'counterfoil' ) ],
			[ 'message', __( 'Message', 'counterfoil' ) ],
			[ 'pay_link', __( 'Online payment link', 'counterfoil' ) ],
			[
				'bank_details',
				__( 'Bank details', 'counterfoil' ),
				__( 'Your bank account, with a code to scan for EUR and PLN.', 'counterfoil' ),
			],
		],
	},
];

/** Which fields documents show. */
export function FieldChoice( { design }: { readonly design: FormPart< Design > } ) {
	const { fields } = design.values;
	const choose = ( field: PaperField, isOn: boolean ) =>
		design.set( { fields: isOn ? [ ...fields, field ] : fields.filter( ( other ) => other !== field ) } );
	return (
		<div className="counterfoil-design__fields">
			{ groups().map( ( group ) => (
				<fieldset key={ group.name }>
					<legend>{ group.name }</legend>
					{ group.fields.map( ( [ field, label, help ] ) => (
						<CheckboxControl
							key={ field }
							__nextHasNoMarginBottom
							label={ label }
							{ ...( help ? { help } : {} ) }
							checked={ fields.includes( field ) }
							onChange={ ( isOn ) => choose( field, isOn ) }
						/>
					) ) }
				</fieldset>
			) ) }
		</div>
	);
}
