<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Settings;

/** How subscriptions renew. */
final readonly class Renewing
{
    /** @param list<int> $retry_days days after the first failed charge on which it is tried again, each once, lowest first */
    public function __construct(
        /** Days before a period on which it is billed */
        public int $lead_days,
        public CatchUp $catch_up,
        public array $retry_days,
        public LastStep $last_step,
        /** Days after its due date on which an unpaid bill counts as not going to be paid */
        public int $grace_days,
        /** What people of a suspended client read in the portal; "" for the usual words */
        public string $suspended_words = '',
        public BilledBy $billed_by = BilledBy::Usual,
        /** Days before a card expires on which the client is told; 0 for never */
        public int $card_notice_days = 14,
        public RenewalNotice $renewal_notice = RenewalNotice::Yearly,
        /** Days before its bill on which the client is told that a subscription renews */
        public int $renewal_notice_days = 14,
    ) {
    }
}
