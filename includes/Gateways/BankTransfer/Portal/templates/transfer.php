<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Gateways\BankTransfer\Portal\TransferView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-pay">
    <section class="cf-card cf-pay__summary" aria-labelledby="cf-pay-summary">
        <h2 class="cf-label" id="cf-pay-summary"><?php echo Html::escape($view->label); ?></h2>
        <p class="cf-sum"><?php echo Html::escape($view->amount); ?></p>
        <dl class="cf-facts">
            <div><dt><?php echo Html::escape($view->number_label); ?></dt><dd><a href="<?php echo esc_url($view->invoice_url); ?>"><bdi><?php echo Html::escape($view->number); ?></bdi></a></dd></div>
            <div><dt><?php esc_html_e('Due date', 'counterfoil'); ?></dt><dd><?php echo Html::escape($view->due_date); ?></dd></div>
        </dl>
    </section>
    <section class="cf-card cf-transfer" aria-labelledby="cf-transfer">
        <?php if ($view->pay_url !== null) : ?>
            <nav class="cf-ways" aria-label="<?php esc_attr_e('Payment methods', 'counterfoil'); ?>">
                <a href="<?php echo esc_url($view->pay_url); ?>"><?php esc_html_e('Pay online', 'counterfoil'); ?></a>
                <span aria-current="page"><?php esc_html_e('Bank transfer', 'counterfoil'); ?></span>
            </nav>
        <?php endif; ?>
        <h2 class="cf-h2" id="cf-transfer"><?php esc_html_e('Pay by bank transfer', 'counterfoil'); ?></h2>
        <?php if ($view->error !== '') : ?>
            <p class="cf-error" role="alert"><?php echo Html::escape($view->error); ?></p>
        <?php endif; ?>
        <?php if ($view->closed !== '') : ?>
            <p><?php echo Html::escape($view->closed); ?></p>
            <p><a class="cf-button" href="<?php echo esc_url($view->invoice_url); ?>"><?php echo Html::escape($view->invoice_label); ?></a></p>
        <?php else : ?>
            <?php if ($view->announced !== '') : ?>
                <div class="cf-notice" role="status">
                    <p class="cf-strong"><?php echo Html::escape($view->announced); ?></p>
                    <p><?php esc_html_e('Transfers usually take one or two business days.', 'counterfoil'); ?></p>
                </div>
            <?php endif; ?>
            <p><?php esc_html_e('Use exactly this reference, so that we know what the transfer is for.', 'counterfoil'); ?></p>
            <?php foreach ($view->accounts as $account) : ?>
                <div class="cf-transfer__account" data-wp-interactive="client-transfer">
                    <?php if ($account['title'] !== '') : ?>
                        <h3 class="cf-strong"><?php echo Html::escape($account['title']); ?></h3>
                    <?php endif; ?>
                    <dl class="cf-transfer__facts">
                        <?php foreach ($account['facts'] as $fact) : ?>
                            <div>
                                <dt><?php echo Html::escape($fact['label']); ?></dt>
                                <dd>
                                    <bdi><?php echo Html::escape($fact['value']); ?></bdi>
                                    <?php if ($fact['copy'] !== '') : ?>
                                        <button class="cf-transfer__copy" type="button" data-copy="<?php echo Html::escape($fact['copy']); ?>" data-done="<?php esc_attr_e('Copied', 'counterfoil'); ?>" data-wp-on--click="actions.copy"><span aria-live="polite"><?php echo esc_html_x('Copy', 'button: to the clipboard', 'counterfoil'); ?></span><span class="cf-hidden"> <?php echo Html::escape($fact['label']); ?></span></button>
                                    <?php endif; ?>
                                </dd>
                            </div>
                        <?php endforeach; ?>
                    </dl>
                    <?php if ($account['code'] !== null) : ?>
                        <figure class="cf-transfer__code">
                            <svg viewBox="-2 -2 <?php echo Html::escape(sprintf('%1$d %1$d', count($account['code']) + 4)); ?>" role="img" aria-label="<?php esc_attr_e('Code for banking apps', 'counterfoil'); ?>" shape-rendering="crispEdges">
                                <path fill="#000" d="<?php
                                foreach ($account['code'] as $y => $row) {
                                    preg_match_all('/1+/', $row, $runs, PREG_OFFSET_CAPTURE);
                                    foreach ($runs[0] as [$run, $x]) {
                                        echo Html::escape(sprintf('M%d %dh%dv1H%dz', $x, $y, strlen($run), $x));
                                    }
                                }
                        ?>"/>
                            </svg>
                            <figcaption><?php esc_html_e('Scan this code with your banking app.', 'counterfoil'); ?></figcaption>
                        </figure>
                    <?php endif; ?>
                </div>
            <?php endforeach; ?>
            <form class="cf-transfer__said" method="post">
                <input type="hidden" name="_wpnonce" value="<?php echo Html::escape($view->nonce); ?>">
                <?php if ($view->announced === '') : ?>
                    <div class="cf-field">
                        <label for="cf-sent-on"><?php esc_html_e('Date of the transfer (optional)', 'counterfoil'); ?></label>
                        <input id="cf-sent-on" type="date" name="sent_on" max="<?php echo Html::escape($view->today); ?>">
                    </div>
                    <button class="cf-button cf-button--primary cf-button--large" type="submit" name="counterfoil_transfer" value="announce"><?php esc_html_e('I have paid', 'counterfoil'); ?></button>
                <?php else : ?>
                    <button class="cf-button" type="submit" name="counterfoil_transfer" value="take-back"><?php esc_html_e('I haven’t paid yet', 'counterfoil'); ?></button>
                <?php endif; ?>
            </form>
        <?php endif; ?>
    </section>
</div>
