package org.otklik.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.otklik.identity.Actor;
import org.otklik.study.Study;
import org.otklik.study.StudyService;

/** Studies with all that is known of them. */
@RequestScoped
public class StudyViews {
  @Inject private StudyService studies;
  @Inject private StudyLink link;

  StudyView of(Actor actor, Study study) {
    return StudyView.of(
        study,
        link.of(study),
        studies.consentTexts(actor, study.publicId()),
        studies.funnel(actor, study.publicId()));
  }
}
