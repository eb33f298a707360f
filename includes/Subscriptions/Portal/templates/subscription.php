<?php

declare(strict_types=1);

use Counterfoil\Invoices\Portal\InvoicesScreen;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Subscriptions\Portal\SubscriptionView $view */

defined('ABSPATH') || exit;

?>
<p class="cf-back"><a href="<?php echo esc_url($view->back_url); ?>"><?php esc_html_e('Products and services', 'counterfoil'); ?></a></p>
<?php if ($view->done !== '') : ?>
    <p class="cf-done" role="status"><?php echo Html::escape($view->done); ?></p>
<?php endif; ?>
<?php if ($view->error !== '') : ?>
    <p class="cf-error cf-subscription__error" role="alert"><?php echo Html::escape($view->error); ?></p>
<?php endif; ?>
<div class="cf-card cf-act">
    <div class="cf-act__words">
        <span class="cf-state is-<?php echo Html::escape($view->row->look); ?>"><?php echo Html::escape($view->row->state); ?></span>
        <p class="cf-act__headline"><?php echo Html::escape($view->headline); ?></p>
        <?php if ($view->row->about !== '') : ?>
            <p class="cf-hint"><bdi><?php echo Html::escape($view->row->about); ?></bdi></p>
        <?php endif; ?>
    </div>
    <?php if ($view->row->cancel_url !== null) : ?>
        <div class="cf-act__buttons"><a class="cf-button" href="<?php echo esc_url($view->row->cancel_url); ?>"><?php esc_html_e('Request cancellation', 'counterfoil'); ?></a></div>
    <?php endif; ?>
</div>
<?php if ($view->news !== []) : ?>
    <div class="cf-notice cf-subscription__news">
        <?php foreach ($view->news as $i => $sentence) : ?>
            <p class="<?php echo $i === 0 ? 'cf-strong' : ''; ?>"><bdi><?php echo wp_kses(nl2br(Html::escape($sentence)), ['br' => []]); ?></bdi></p>
        <?php endforeach; ?>
        <?php if ($view->can_withdraw) : ?>
            <form method="post" action="<?php echo esc_url($view->form_url); ?>">
                <input type="hidden" name="_wpnonce" value="<?php echo Html::escape($view->nonce); ?>">
                <button class="cf-button" type="submit" name="counterfoil_subscription" value="withdraw"><?php esc_html_e('Withdraw request', 'counterfoil'); ?></button>
            </form>
        <?php endif; ?>
    </div>
<?php endif; ?>
<div class="cf-columns cf-columns--even cf-subscription">
    <section class="cf-card cf-card--small" aria-labelledby="cf-items">
        <h2 class="cf-h2" id="cf-items"><?php esc_html_e('What’s included', 'counterfoil'); ?></h2>
        <dl class="cf-facts">
            <?php foreach ($view->items as $item) : ?>
                <div><dt class="cf-subscription__item"><bdi><?php echo Html::escape($item['what']); ?></bdi></dt><dd class="cf-subscription__sum"><?php echo Html::escape($item['amount']); ?></dd></div>
            <?php endforeach; ?>
            <?php foreach ($view->sums as $i => $sum) : ?>
                <div class="<?php echo $i === 0 ? 'cf-subscription__sums' : ''; ?>"><dt><bdi><?php echo Html::escape($sum['label']); ?></bdi></dt><dd class="cf-subscription__sum<?php echo $i === count($view->sums) - 1 ? ' cf-strong' : ''; ?>"><?php echo Html::escape($sum['amount']); ?></dd></div>
            <?php endforeach; ?>
        </dl>
        <?php if ($view->coupon !== '') : ?>
            <p class="cf-hint cf-subscription__coupon"><bdi><?php echo Html::escape($view->coupon); ?></bdi></p>
        <?php endif; ?>
    </section>
    <section class="cf-card cf-card--small" aria-labelledby="cf-dates">
        <h2 class="cf-h2" id="cf-dates"><?php esc_html_e('Dates', 'counterfoil'); ?></h2>
        <dl class="cf-facts">
            <?php foreach ($view->facts as $fact) : ?>
                <div><dt><?php echo Html::escape($fact['label']); ?></dt><dd><?php echo Html::escape($fact['value']); ?></dd></div>
            <?php endforeach; ?>
        </dl>
    </section>
</div>
<?php if ($view->invoices !== null) : ?>
    <section class="cf-subscription__invoices" id="cf-invoices" aria-labelledby="cf-invoices-title" tabindex="-1">
        <div class="cf-heading"><h2 class="cf-h2" id="cf-invoices-title"><?php esc_html_e('Invoices', 'counterfoil'); ?></h2></div>
        <?php echo Template::draw(InvoicesScreen::TEMPLATE, $view->invoices); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
    </section>
<?php endif; ?>
