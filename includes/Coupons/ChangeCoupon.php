<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\DomainError;

/** What happens to a coupon after it was made. Bills that were issued with it stay as they are. */
final readonly class ChangeCoupon
{
    public function __construct(private Changes $changes, private CouponRepository $coupons, private CreateCoupon $create)
    {
    }

    /** @throws DomainError 400 naming each field, 404 */
    public function update(int $id, CouponDetails $details, Actor $by): Coupon
    {
        $this->coupons->get($id);
        $this->create->check($details);

        return $this->changes->run($by, function (Change $change) use ($id, $details): Coupon {
            // Asked first: where a broken key ends the transaction (SQLite) the answer below would come too late.
            if (($this->coupons->find_by_code($details->code)->id ?? $id) !== $id) {
                throw CreateCoupon::code_taken($details->code);
            }
            try {
                $this->coupons->update($id, $details);
            } catch (UniqueViolation) {
                throw CreateCoupon::code_taken($details->code);
            }
            $change->event('coupon.updated', [['coupon', $id]], null, ['name' => $details->code]);
            /**
             * Fires after a coupon changes. Invoices that were issued with it stay as they are.
             *
             * @param int $id id of the coupon
             * @since 0.2.0
             */
            $change->hook('coupon_updated', $id);

            return $this->coupons->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function archive(int $id, Actor $by): Coupon
    {
        return $this->changes->run($by, function (Change $change) use ($id): Coupon {
            $coupon = $this->coupons->get($id);
            if ($this->coupons->archive($id)) {
                $change->event('coupon.archived', [['coupon', $id]], null, ['name' => $coupon->code]);
                /**
                 * Fires after a coupon is archived: it can no longer be used.
                 *
                 * @param int $id id of the coupon
                 * @since 0.2.0
                 */
                $change->hook('coupon_archived', $id);
            }

            return $this->coupons->get($id);
        });
    }

    /** Twice is as good as once. @throws DomainError 404 */
    public function restore(int $id, Actor $by): Coupon
    {
        return $this->changes->run($by, function (Change $change) use ($id): Coupon {
            $coupon = $this->coupons->get($id);
            if ($coupon->archived_at !== null) {
                $this->coupons->restore($id);
                $change->event('coupon.restored', [['coupon', $id]], null, ['name' => $coupon->code]);
                /**
                 * Fires after an archived coupon is restored.
                 *
                 * @param int $id id of the coupon
                 * @since 0.2.0
                 */
                $change->hook('coupon_restored', $id);
            }

            return $this->coupons->get($id);
        });
    }

    /** When it was never used. @throws DomainError 404, 409 */
    public function delete(int $id, Actor $by): void
    {
        $this->changes->run($by, function (Change $change) use ($id): void {
            $coupon = $this->coupons->get($id);
            if (! $this->coupons->delete_unused($id)) {
                throw DomainError::conflict('coupon_used', __('This coupon is used on an invoice and can’t be deleted. Archive it instead: it can no longer be used, and existing invoices won’t change.', 'counterfoil'));
            }
            $change->event('coupon.deleted', [['coupon', $id]], null, ['name' => $coupon->code]);
            /**
             * Fires after a coupon that was never used is deleted.
             *
             * @param int $id id of the coupon
             * @since 0.2.0
             */
            $change->hook('coupon_deleted', $id);
        });
    }
}
