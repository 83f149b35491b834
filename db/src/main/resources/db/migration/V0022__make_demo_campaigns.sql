comment on column core.job_request.job_name is 'The job: analyse-recording, summarise-creative, make-report, analyse-images, deliver-reports, prepare-film or make-demo.';
comment on column core.job_request.subject_id is 'Key of the analysis run, creative, report, batch of images, run of a schedule, film or campaign that the job works on.';
