<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Changes;

use Closure;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\ProFormas\WithdrawProForma;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalRepository;
use Counterfoil\Subscriptions\SubscriptionRepository;
use DateTimeImmutable;

/** The worker: withdraws an open pro-forma of periods that never begin, as their invoice would be credited. Calls outside, so it is no part of the end itself. */
final readonly class WithdrawUnbegun
{
    public const JOB = 'subscriptions.withdraw_pro_forma';

    /** Money for it may be on its way. */
    private const LATER = '+6 hours';

    /** @param Closure(int): string $language of an invoice's paper */
    public function __construct(
        private RenewalRepository $renewals,
        private SubscriptionRepository $subscriptions,
        private InvoiceRepository $invoices,
        private WithdrawProForma $withdraw,
        private Clock $clock,
        private Closure $language,
    ) {
    }

    /** @return DateTimeImmutable|null when to come again; null when it is withdrawn, or stays */
    public function handle(int $renewal_id): ?DateTimeImmutable
    {
        $renewal = $this->renewals->find($renewal_id);
        $subscriptions = $renewal === null ? [] : $this->subscriptions->by_ids($renewal->subscription_ids(), Viewer::system());
        $pro_forma = $renewal?->invoice_id === null ? null : $this->invoices->find($renewal->invoice_id, Viewer::system());
        if ($subscriptions === [] || $renewal?->never_begins($subscriptions) !== true || $pro_forma?->is_pro_forma() !== true || ! $pro_forma->is_payable() || $pro_forma->settlement !== Settlement::Unpaid) {
            return null;
        }
        $day = max(array_map(static fn ($one): string => (string) $one->ended_on, $subscriptions));
        $reason = DocumentLanguage::speak(($this->language)($pro_forma->id), static fn (DocumentLanguage $language): string => ChangeKind::Canceled->reason($language->day($day)));
        try {
            $this->withdraw->handle($pro_forma->id, Actor::system(), $reason);
        } catch (DomainError) {
            return $this->clock->now()->modify(self::LATER);
        }

        return null;
    }
}
