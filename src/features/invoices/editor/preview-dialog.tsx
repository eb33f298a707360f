import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Paper } from '../../../contract/documents';
import { InvoicePaper } from '../../../documents/paper';
import { ApiFailure } from '../../../shared/api';
import { Problem } from '../../../shared/problem';
import { draftPdf } from './draft-pdf';
import type { PreviewInput } from './read-draft';

interface Props {
	readonly document: Paper;
	readonly input: PreviewInput;
	readonly onClose: () => void;
}

/** What the client will get: on the screen, and as the PDF. Nothing is saved for it. */
export function PreviewDialog( { document: paper, input, onClose }: Props ) {
	const [ isBusy, setBusy ] = useState( false );
	const [ failure, setFailure ] = useState< ApiFailure | undefined >();

	const withPdf = async ( aim: ( link: HTMLAnchorElement ) => void ) => {
		setBusy( true );
		setFailure( undefined );
		try {
			const address = URL.createObjectURL( await draftPdf( input ) );
			const link = document.createElement( 'a' );
			link.href = address;
			aim( link );
			link.click();
			// The tab that was opened has read it by then.
			setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
		} catch ( thrown ) {
			setFailure( ApiFailure.from( thrown ) );
		}
		setBusy( false );
	};
	return (
		<Modal
			title={ __( 'Preview', 'counterfoil' ) }
			onRequestClose={ onClose }
			size="large"
			className="counterfoil-preview"
			headerActions={
				<>
					<Button
						variant="tertiary"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () => void withPdf( ( link ) => ( link.target = '_blank' ) ) }
						size="compact"
					>
						{ __( 'View PDF', 'counterfoil' ) }
					</Button>
					<Button
						variant="secondary"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ () =>
							void withPdf(
								( link ) => ( link.download = __( 'Draft invoice', 'counterfoil' ) + '.pdf' )
							)
						}
						size="compact"
					>
						{ __( 'Download PDF', 'counterfoil' ) }
					</Button>
				</>
			}
		>
			<Problem error={ failure } />
			<InvoicePaper paper={ paper } />
		</Modal>
	);
}
