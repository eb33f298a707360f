<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Payments\Portal\PayView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-pay" data-wp-interactive="client-pay" <?php echo wp_interactivity_data_wp_context($view->context); ?> data-phase="<?php echo Html::escape($view->phase); ?>" data-wp-bind--data-phase="context.phase" data-wp-init="callbacks.begin">
    <section class="cf-card cf-pay__summary" aria-labelledby="cf-pay-summary">
        <h2 class="cf-label" id="cf-pay-summary"><?php echo Html::escape($view->label); ?></h2>
        <p class="cf-sum"><?php echo Html::escape($view->amount); ?></p>
        <dl class="cf-facts">
            <?php foreach ($view->bills as $bill) : ?>
                <div><dt><?php echo Html::escape($bill['kind']); ?> <a href="<?php echo esc_url($bill['url']); ?>"><bdi><?php echo Html::escape($bill['number']); ?></bdi></a></dt><dd><bdi><?php echo Html::escape($bill['amount']); ?></bdi></dd></div>
            <?php endforeach; ?>
            <?php if ($view->bills === []) : ?>
            <div><dt><?php echo Html::escape($view->kind_label); ?></dt><dd><a href="<?php echo esc_url($view->invoice_url); ?>"><bdi><?php echo Html::escape($view->number); ?></bdi></a></dd></div>
            <?php endif; ?>
            <?php foreach ($view->facts as $fact) : ?>
                <div><dt><?php echo Html::escape($fact['label']); ?></dt><dd><bdi><?php echo Html::escape($fact['value']); ?></bdi></dd></div>
            <?php endforeach; ?>
        </dl>
        <?php if ($view->bills === []) : ?>
            <p><a href="<?php echo esc_url($view->pdf_url); ?>"><?php esc_html_e('View PDF', 'counterfoil'); ?></a></p>
        <?php endif; ?>
    </section>
    <section class="cf-card cf-pay__main" aria-labelledby="cf-pay-how">
        <div class="cf-pay__panel" data-of="start">
            <?php if ($view->transfer_url !== null) : ?>
                <nav class="cf-ways" aria-label="<?php esc_attr_e('Payment methods', 'counterfoil'); ?>">
                    <span aria-current="page"><?php esc_html_e('Pay online', 'counterfoil'); ?></span>
                    <a href="<?php echo esc_url($view->transfer_url); ?>"><?php esc_html_e('Bank transfer', 'counterfoil'); ?></a>
                </nav>
            <?php endif; ?>
            <h2 class="cf-h2" id="cf-pay-how"><?php esc_html_e('How would you like to pay?', 'counterfoil'); ?></h2>
            <noscript><p class="cf-error"><?php
        /* translators: %s: e-mail address */
        echo Html::escape(sprintf(__('Card payments require JavaScript. Turn it on and reload the page, or email %s to pay another way.', 'counterfoil'), $view->help_email));
?></p></noscript>
            <form data-wp-on--submit="actions.pay">
                <?php if ($view->consent !== null) : ?>
                    <p class="cf-notice" id="cf-pay-consent"><?php echo Html::escape($view->consent); ?></p>
                <?php endif; ?>
                <p class="cf-error" id="cf-pay-error" role="alert" tabindex="-1" data-wp-text="context.error" data-wp-bind--hidden="!context.error"<?php echo $view->error === '' ? ' hidden' : ''; ?>><?php echo Html::escape($view->error); ?></p>
                <p class="cf-notice" role="status" data-wp-text="context.notice" data-wp-bind--hidden="!context.notice"<?php echo $view->notice === '' ? ' hidden' : ''; ?>><?php echo Html::escape($view->notice); ?></p>
                <div class="cf-pay__field" id="cf-pay-field" data-wp-bind--hidden="context.isStuck"></div>
                <button class="cf-button cf-button--primary cf-button--large cf-pay__button" type="submit" disabled data-wp-bind--hidden="context.isStuck" data-wp-bind--disabled="!context.isReady" data-wp-bind--aria-busy="context.isBusy">
                    <span class="cf-spinner" aria-hidden="true"></span>
                    <?php echo Html::escape($view->button); ?>
                </button>
                <?php if ($view->part_url !== null) : ?>
                    <p class="cf-pay__safe"><a href="<?php echo esc_url($view->part_url); ?>"><?php esc_html_e('Pay a part', 'counterfoil'); ?></a></p>
                <?php endif; ?>
                <p class="cf-hint cf-pay__safe" data-wp-bind--hidden="context.isStuck"><?php esc_html_e('Your card details go directly to the payment provider over an encrypted connection. We never see them.', 'counterfoil'); ?></p>
            </form>
        </div>
        <div class="cf-pay__panel" data-of="processing">
            <span class="cf-spinner cf-spinner--large" aria-hidden="true"></span>
            <h2 class="cf-h2" tabindex="-1"><?php echo Html::escape($view->processing_heading); ?></h2>
            <p data-wp-text="context.message"><?php echo Html::escape($view->message); ?></p>
        </div>
        <div class="cf-pay__panel" data-of="succeeded">
            <svg class="cf-check" viewBox="0 0 24 24" width="56" height="56" aria-hidden="true"><circle cx="12" cy="12" r="12"/><path d="m7 12.5 3.5 3.5L17 9"/></svg>
            <h2 class="cf-h2" tabindex="-1"><?php esc_html_e('Paid', 'counterfoil'); ?></h2>
            <p data-wp-text="context.message"><?php echo Html::escape($view->message); ?></p>
            <?php if ($view->next !== null) : ?>
                <p class="cf-pay__upcoming">
                    <?php
                    echo Html::escape(sprintf(
                        /* translators: 1: invoice number, 2: date */
                        $view->next->kind === '' ? __('Next: invoice %1$s, due %2$s', 'counterfoil') : __('Next: pro forma invoice %1$s, due %2$s', 'counterfoil'),
                        $view->next->number,
                        $view->next->due_date
                    ));
                ?>
                    <a class="cf-button cf-button--primary" href="<?php echo esc_url((string) $view->next->pay_url); ?>"><?php echo Html::escape($view->next->pay_label); ?></a>
                </p>
            <?php endif; ?>
            <p class="cf-pay__next">
                <?php if ($view->receipt_url !== null) : ?>
                    <a class="cf-button" href="<?php echo esc_url($view->receipt_url); ?>"><?php esc_html_e('Download receipt', 'counterfoil'); ?></a>
                <?php endif; ?>
                <a class="cf-button" href="<?php echo esc_url($view->invoice_url); ?>"><?php echo Html::escape($view->invoice_label); ?></a>
                <?php if ($view->portal_url !== '') : ?>
                    <a class="cf-button" href="<?php echo esc_url($view->portal_url); ?>"><?php esc_html_e('Back to overview', 'counterfoil'); ?></a>
                <?php endif; ?>
            </p>
        </div>
        <div class="cf-pay__panel" data-of="closed">
            <h2 class="cf-h2" tabindex="-1"><?php echo Html::escape($view->closed_heading); ?></h2>
            <p data-wp-text="context.message"><?php echo Html::escape($view->message); ?></p>
            <?php if ($view->transfer_url !== null) : ?>
                <p><a class="cf-button cf-button--primary" href="<?php echo esc_url($view->transfer_url); ?>"><?php esc_html_e('Pay by bank transfer', 'counterfoil'); ?></a></p>
            <?php endif; ?>
            <p><a class="cf-button" href="<?php echo esc_url($view->invoice_url); ?>"><?php echo Html::escape($view->invoice_label); ?></a></p>
        </div>
        <p class="cf-hidden" role="status" aria-live="polite" data-wp-text="context.message"></p>
    </section>
</div>
