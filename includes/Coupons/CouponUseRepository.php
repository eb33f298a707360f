<?php

declare(strict_types=1);

namespace Counterfoil\Coupons;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\Database\UniqueViolation;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Viewer;

/** Which bills carry a coupon, and how often a client has one. */
final readonly class CouponUseRepository
{
    public function __construct(private Database $database, private Clock $clock)
    {
    }

    /** How often the client has used it, and it counts. */
    public function of_client(int $coupon_id, int $client_id): int
    {
        return (int) $this->database->value("SELECT uses FROM {$this->database->table('coupon_clients')} WHERE coupon_id = ? AND client_id = ?", [$coupon_id, $client_id]);
    }

    /**
     * One more use of the client.
     *
     * @param int|null $most its limit; null for none
     * @return bool false when the client has used it that often
     */
    public function take(int $coupon_id, int $client_id, ?int $most): bool
    {
        $table = $this->database->table('coupon_clients');
        if ($this->database->value("SELECT 1 FROM {$table} WHERE coupon_id = ? AND client_id = ?", [$coupon_id, $client_id]) === null) {
            try {
                $this->database->insert('coupon_clients', ['coupon_id' => $coupon_id, 'client_id' => $client_id, 'uses' => 0]);
            } catch (UniqueViolation) {
                // Somebody else was quicker; what counts is the statement below.
            }
        }

        return $this->database->execute(
            "UPDATE {$table} SET uses = uses + 1 WHERE coupon_id = ? AND client_id = ? AND (? = 0 OR uses < ?)",
            [$coupon_id, $client_id, (int) $most, (int) $most]
        ) === 1;
    }

    /** @throws UniqueViolation when the bill has one already */
    public function insert(int $coupon_id, int $client_id, int $invoice_id, string $number, Money $amount): void
    {
        $this->database->insert('coupon_uses', [
            'coupon_id' => $coupon_id,
            'client_id' => $client_id,
            'invoice_id' => $invoice_id,
            'number' => $number,
            'amount' => $amount->amount,
            'currency' => $amount->currency->code,
            'used_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function of_invoice(int $invoice_id): ?CouponUse
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table('coupon_uses')} WHERE invoice_id = ?", [$invoice_id]);

        return $row === null ? null : CouponUse::from_row($row);
    }

    /** @throws UniqueViolation when the subscription has one already */
    public function insert_of_subscription(int $coupon_id, int $client_id, int $subscription_id, string $name, string $currency, bool $is_counted): void
    {
        $this->database->insert('coupon_uses', [
            'coupon_id' => $coupon_id,
            'client_id' => $client_id,
            'subscription_id' => $subscription_id,
            'is_counted' => $is_counted ? 1 : 0,
            'number' => mb_substr($name, 0, 60),
            'amount' => 0,
            'currency' => $currency,
            'used_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    public function of_subscription(int $subscription_id): ?CouponUse
    {
        $row = $this->database->row("SELECT * FROM {$this->database->table('coupon_uses')} WHERE subscription_id = ?", [$subscription_id]);

        return $row === null ? null : CouponUse::from_row($row);
    }

    /** @param int $amount minor units; below zero for a bill that became void */
    public function took_off(int $subscription_id, int $amount): void
    {
        $this->database->execute("UPDATE {$this->database->table('coupon_uses')} SET amount = amount + ? WHERE subscription_id = ?", [$amount, $subscription_id]);
    }

    /** @return bool false when it was given back already */
    public function give_back(CouponUse $use): bool
    {
        return $this->database->update('coupon_uses', ['given_back_at' => Timestamps::to_row($this->clock->now())], ['id' => $use->id, 'given_back_at' => null]) === 1;
    }

    /** One use less of the client. */
    public function give_back_to_client(int $coupon_id, int $client_id): void
    {
        $this->database->execute(
            "UPDATE {$this->database->table('coupon_clients')} SET uses = uses - 1 WHERE coupon_id = ? AND client_id = ? AND uses > 0",
            [$coupon_id, $client_id]
        );
    }

    /**
     * Newest first.
     *
     * @param list<int|string>|null $after where it begins, as the page before said; null for the first page
     * @return array{uses: list<CouponUse>, next: list<int|string>|null} `next` is null on the last page
     */
    public function page(int $coupon_id, Viewer $viewer, Keyset $order, int $limit, ?array $after): array
    {
        $where = (new Condition('coupon_id = ?', [$coupon_id]))->and($viewer->condition('client_id'));
        $found = $order->rows($this->database, "SELECT * FROM {$this->database->table('coupon_uses')}", $where, $after, $limit + 1);
        $page = array_slice($found, 0, $limit);

        return [
            'uses' => array_map(CouponUse::from_row(...), $page),
            'next' => count($found) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    /**
     * What coupons took off bills that count, of the clients that the viewer sees.
     *
     * @param list<int> $coupon_ids
     * @return array<int, list<Money>> by coupon, a sum for each currency; also of those that took off nothing
     */
    public function taken_off(array $coupon_ids, Viewer $viewer): array
    {
        $sums = array_fill_keys($coupon_ids, []);
        if ($coupon_ids === []) {
            return $sums;
        }
        $where = Condition::in('coupon_id', $coupon_ids)->and(new Condition('given_back_at IS NULL'))->and($viewer->condition('client_id'));
        $rows = $this->database->rows(
            "SELECT coupon_id, currency, SUM(amount) AS amount FROM {$this->database->table('coupon_uses')} WHERE {$where->sql} GROUP BY coupon_id, currency ORDER BY currency",
            $where->arguments
        );
        foreach ($rows as $row) {
            $sums[(int) $row['coupon_id']][] = Money::of((int) $row['amount'], (string) $row['currency']);
        }

        return $sums;
    }

    /**
     * Which of these coupons stand on a bill, also on one that was voided.
     *
     * @param list<int> $coupon_ids
     * @return list<int>
     */
    public function used(array $coupon_ids): array
    {
        if ($coupon_ids === []) {
            return [];
        }
        [$coupons, $uses] = [$this->database->table('coupons'), $this->database->table('coupon_uses')];
        $where = Condition::in('id', $coupon_ids);
        $rows = $this->database->rows("SELECT id FROM {$coupons} WHERE {$where->sql} AND EXISTS (SELECT 1 FROM {$uses} WHERE {$uses}.coupon_id = {$coupons}.id)", $where->arguments);

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }
}
