<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Ledger;

/**
 * What the money of a client is, said as simply as it can be said: arrays, no rows, no rules but these. Minor units of
 * one currency.
 *
 * @phpstan-type Taken array{payment: int, free: int, parts: array<int, int>}
 */
final class MoneyModel
{
    /** @var array<int, array{total: int, paid: int, refunded: int, credited: int, void: bool, was_paid: bool, forgiven: int}> by invoice */
    public array $invoices = [];

    /** @var array<int, array{free: int, parts: array<int, int>, came: int, by_hand: bool, used: bool}> by payment: what is left of it, on no invoice and on each; whether credit of it was used */
    public array $payments = [];

    /** @var array<string, Taken> what was withdrawn and may come again, by its source */
    public array $reversals = [];

    /** @var array<string, Taken> what went back at the gateway and may turn out not to have arrived, by refund */
    public array $refunds = [];

    /** @var list<int> payments that were taken back as a mistake */
    private array $undone = [];

    public function issued(int $id, int $total): void
    {
        $this->invoices[$id] = ['total' => $total, 'paid' => 0, 'refunded' => 0, 'credited' => 0, 'void' => false, 'was_paid' => $total === 0, 'forgiven' => 0];
    }

    public function voided(int $id): void
    {
        $this->invoices[$id]['void'] = true;
        $this->settle($id);
    }

    public function credited(int $id, int $amount): void
    {
        $this->invoices[$id]['credited'] += $amount;
        $this->settle($id, $amount);
    }

    /** @param array<int, int> $asks what it is to bring for each invoice; what nothing was asked for is on none */
    public function came(array $asks, int $amount, int $payment, bool $by_hand = false): void
    {
        $came = $amount;
        $free = max(0, $amount - array_sum($asks));
        $amount -= $free;
        $this->payments[$payment] = ['free' => $free, 'parts' => [], 'came' => $came, 'by_hand' => $by_hand, 'used' => false];
        foreach ($asks as $id => $asked) {
            $share = min($asked, $amount);
            $amount -= $share;
            $this->payments[$payment]['parts'][$id] = $share;
            $this->brought($id, $share);
        }
    }

    /** @param string $refund the gateway's name for it; "" for what was handed back and can't fail */
    public function went_back(int $payment, int $amount, string $refund = ''): void
    {
        $taken = $this->take($payment, $amount);
        foreach ($taken['parts'] as $id => $part) {
            $this->invoices[$id]['refunded'] += $part;
            $this->settle($id);
        }
        if ($refund !== '') {
            $this->refunds[$refund] = $taken;
        }
    }

    /** The money is here again, where it was. */
    public function refund_failed(string $refund): void
    {
        ['parts' => $parts] = $this->refunds[$refund];
        $this->put($this->refunds[$refund]);
        unset($this->refunds[$refund]);
        foreach ($parts as $id => $part) {
            $this->invoices[$id]['refunded'] -= $part;
            $this->settle($id);
        }
    }

    /** Unlike money that was refunded after all of it had come, what is withdrawn is asked for again. */
    public function withdrawn(string $source, int $payment, int $amount): void
    {
        $this->reversals[$source] = $this->take($payment, $amount);
        foreach (array_filter($this->reversals[$source]['parts']) as $id => $part) {
            $this->invoices[$id]['was_paid'] = $this->invoices[$id]['total'] === 0;
            $this->brought($id, -$part);
        }
    }

    public function came_again(string $source): void
    {
        ['parts' => $parts] = $this->reversals[$source];
        $this->put($this->reversals[$source]);
        unset($this->reversals[$source]);
        foreach ($parts as $id => $part) {
            $this->brought($id, $part);
        }
    }

    /** What was recorded by hand is taken back whole, as long as nothing else was done with it. */
    public function may_be_undone(int $payment): bool
    {
        ['came' => $came, 'by_hand' => $by_hand, 'used' => $used] = $this->payments[$payment];

        return $by_hand && ! $used && $this->left($payment) === $came;
    }

    public function undone(int $payment): void
    {
        $this->withdrawn("undo:{$payment}", $payment, $this->payments[$payment]['came']);
        unset($this->reversals["undo:{$payment}"]);
        $this->undone[] = $payment;
    }

    public function is_undone(int $payment): bool
    {
        return in_array($payment, $this->undone, true);
    }

    /**
     * Credit pays an invoice, the payment that was begun first has the first turn: what is on no invoice, then what is
     * over on one.
     *
     * @return int what there was not enough for
     */
    public function used(int $to, int $amount): int
    {
        ksort($this->payments);
        foreach ($this->payments as $payment => ['free' => $free, 'parts' => $parts]) {
            $moved = min($free, $amount);
            $this->payments[$payment]['free'] -= $moved;
            foreach ($parts as $id => $part) {
                $over = max(0, min($amount - $moved, $part, $this->over($id)));
                $this->payments[$payment]['parts'][$id] -= $over;
                $this->invoices[$id]['paid'] -= $over;
                $moved += $over;
            }
            if ($moved > 0) {
                $this->payments[$payment]['used'] = true;
                $this->payments[$payment]['parts'][$to] = ($this->payments[$payment]['parts'][$to] ?? 0) + $moved;
                $this->invoices[$to]['paid'] += $moved;
                $amount -= $moved;
            }
        }
        $this->settle($to);

        return $amount;
    }

    public function asked(int $id): int
    {
        return $this->invoices[$id]['void'] ? 0 : $this->invoices[$id]['total'] - $this->invoices[$id]['credited'];
    }

    public function due(int $id): int
    {
        $one = $this->invoices[$id];

        return $one['void'] || $one['was_paid'] ? 0 : max(0, $this->missing($id) - $one['forgiven']);
    }

    private function missing(int $id): int
    {
        return max(0, $this->asked($id) - $this->invoices[$id]['paid'] + $this->invoices[$id]['refunded']);
    }

    public function over(int $id): int
    {
        $one = $this->invoices[$id];

        return max(0, $one['paid'] - $one['refunded'] + $one['forgiven'] - $this->asked($id));
    }

    /** What can still be given back of a payment. */
    public function left(int $payment): int
    {
        return $this->payments[$payment]['free'] + array_sum($this->payments[$payment]['parts']);
    }

    public function receivable(): int
    {
        return array_sum(array_map($this->due(...), array_keys($this->invoices)));
    }

    public function credit(): int
    {
        return array_sum(array_column($this->payments, 'free')) + array_sum(array_map($this->over(...), array_keys($this->invoices)));
    }

    /** Whether a payment names it, even if nothing of it was left for it. */
    public function is_for(int $id): bool
    {
        return array_filter($this->payments, static fn (array $payment): bool => isset($payment['parts'][$id])) !== [];
    }

    /**
     * What goes of a payment: first what is on no invoice, then what is over on one, then what came for the last one. A
     * bank may take more than came; that is the first one's.
     *
     * @return Taken
     */
    private function take(int $payment, int $amount): array
    {
        ['free' => $free, 'parts' => $parts] = $this->payments[$payment];
        $taken = ['payment' => $payment, 'free' => min($free, $amount), 'parts' => []];
        $left = $amount - $taken['free'];
        $last_first = array_reverse($parts, preserve_keys: true);
        foreach ($last_first as $id => $part) {
            $left -= $taken['parts'][$id] = max(0, min($left, $part, $this->over($id)));
        }
        foreach ($last_first as $id => $part) {
            $more = $id === array_key_first($parts) ? $left : max(0, min($left, $part - $taken['parts'][$id]));
            $taken['parts'][$id] += $more;
            $left -= $more;
        }
        foreach ($taken['parts'] as $id => $part) {
            $parts[$id] -= $part;
        }
        $this->payments[$payment] = ['free' => $free - $taken['free'], 'parts' => $parts] + $this->payments[$payment];

        return $taken;
    }

    /** @param Taken $taken comes again */
    private function put(array $taken): void
    {
        $payment = $this->payments[$taken['payment']];
        foreach ($taken['parts'] as $id => $part) {
            $payment['parts'][$id] += $part;
        }
        $this->payments[$taken['payment']] = ['free' => $payment['free'] + $taken['free']] + $payment;
    }

    private function brought(int $id, int $amount): void
    {
        $this->invoices[$id]['paid'] += $amount;
        $this->settle($id);
    }

    /** What went back while all of it was paid is forgiven for good; a credit note, of so much, is the reason for what was. */
    private function settle(int $id, int $less = 0): void
    {
        $one = $this->invoices[$id];
        $missing = $this->missing($id);
        $forgiven = max(0, min($one['forgiven'], $one['refunded']) - $less);
        $is_asked_for = $one['total'] === 0 || $this->asked($id) > 0;
        $was_paid = $one['was_paid'] || ($is_asked_for && $missing <= $forgiven);
        if (! $is_asked_for) {
            $forgiven = $missing;
        } elseif ($was_paid) {
            $forgiven = max($forgiven, $missing);
        }
        $this->invoices[$id] = ['was_paid' => $was_paid, 'forgiven' => $forgiven] + $one;
    }
}
