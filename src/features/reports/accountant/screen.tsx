import { __ } from '@wordpress/i18n';
import { BillClient } from '../../../domain/invoices/bill-client';
import { boot } from '../../../shared/boot';
import { Page } from '../../../shared/page';
import { ExportList } from './list';
import { NewExport } from './new-export';
import './screen.scss';
import { MonthlySettings } from './settings';

/** What the agency takes out of its books: a month for the accountant. */
export default function Reports() {
	return (
		<Page title={ __( 'Reports', 'counterfoil' ) } actions={ <BillClient variant="secondary" /> }>
			<section className="counterfoil-panel" aria-labelledby="counterfoil-accountant">
				<h2 id="counterfoil-accountant">{ __( 'For your accountant', 'counterfoil' ) }</h2>
				<p className="counterfoil-panel__quiet">
					{ __(
						'One ZIP file with the PDFs of all invoices, credit notes, receipts and refunds of a period, and CSV tables of documents, payments and tax by rate.',
						'counterfoil'
					) }
				</p>
				{ boot().can.bill && <NewExport /> }
				<ExportList />
			</section>
			{ boot().can.settings && <MonthlySettings /> }
		</Page>
	);
}
