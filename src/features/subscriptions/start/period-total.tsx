import { __, sprintf } from '@wordpress/i18n';
import { CouponField } from '../../../domain/coupons/coupon-field';
import { rhythm } from '../../../domain/products/rhythm';
import type { FormPart } from '../../../shared/form/part';
import { formatMoney } from '../../../shared/money';
import { useRead } from '../../../shared/store';
import type { Draft } from './draft';
import { usePeriodTotal } from './use-period-total';

/** What the client will pay for each period, said by the server; and with which coupon they start. */
export function PeriodTotal( { form }: { readonly form: FormPart< Draft > } ) {
	const draft = form.values;
	const { answer } = usePeriodTotal( draft, false );
	const lowered = usePeriodTotal( draft, true );
	const applied = lowered.answer?.coupon ?? null;
	const coupon = useRead( 'coupons.get', { params: { id: applied?.id ?? 0 } }, applied !== null );
	const pattern =
		draft.tax_mode === 'inclusive'
			? /* translators: 1: amount, 2: "every month" */
				__( 'The client pays %1$s %2$s, including tax.', 'counterfoil' )
			: /* translators: 1: amount, 2: "every month" */
				__( 'The client pays %1$s %2$s, plus tax.', 'counterfoil' );
	return (
		<>
			<section
				className="counterfoil-panel counterfoil-panel--spaced"
				aria-label={ __( 'Coupon', 'counterfoil' ) }
			>
				<CouponField
					code={ draft.coupon ?? '' }
					applied={ applied }
					error={ form.errorOf( 'coupon' ) ?? lowered.error?.fields[ '/coupon' ] }
					onChange={ ( code ) => form.set( { coupon: code } ) }
				/>
			</section>
			<div aria-live="polite">
				<p className="counterfoil-start__total">
					{ answer && sprintf( pattern, formatMoney( answer.total ), rhythm( draft.interval ) ) }
				</p>
				{ applied && lowered.answer && (
					<p className="counterfoil-start__lowered">
						{ sprintf(
							/* translators: 1: code of a coupon, 2: amount of money, 3: for how long, "For 3 bills" */
							__( 'With coupon %1$s: %2$s. %3$s.', 'counterfoil' ),
							applied.code,
							formatMoney( lowered.answer.total ),
							coupon.data?.id === applied.id ? coupon.data.lasts : '…'
						) }
					</p>
				) }
			</div>
		</>
	);
}
