<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangeSubscription;
use Counterfoil\Subscriptions\Renewals\ClaimBehind;
use Counterfoil\Subscriptions\SubscriptionRepository;

/** Withdraws what is still planned of an announcement: whose new price counts already keeps it. Whoever was told is told again. */
final readonly class WithdrawRises
{
    public function __construct(private Changes $changes, private AnnouncementsQuery $announcements, private PriceRiseRepository $rises, private SubscriptionRepository $subscriptions, private ChangeSubscription $change, private ClaimBehind $behind)
    {
    }

    /** @throws DomainError 404, 409 when nothing of it is planned any more */
    public function handle(int $id, Viewer $viewer): Announcement
    {
        $announcement = $this->announcements->get($id, $viewer);
        $this->behind->of($this->subscriptions->by_ids(array_keys($this->announcements->planned($id, $viewer)), $viewer));
        $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): void {
            $withdrawn = 0;
            foreach ($this->announcements->planned($id, $viewer) as $subscription_id => $rise_id) {
                $subscription = $this->subscriptions->lock($subscription_id, $viewer);
                // It has begun meanwhile, or something else was planned instead.
                if ($subscription->planned?->price_rise_id === $rise_id && $this->rises->close($rise_id, 'withdrawn')) {
                    $this->change->withdraw_it($change, $subscription);
                    ++$withdrawn;
                }
            }
            if ($withdrawn === 0) {
                throw DomainError::conflict('nothing_planned', __('None of these new prices can be withdrawn anymore.', 'counterfoil'));
            }
        });

        return $announcement;
    }
}
