/* English terms and their Korean spelling: a small list, and what the notes themselves pair. */

const LOANWORDS = (
  "attention 어텐션,transformer 트랜스포머,transformer 트렌스포머,embedding 임베딩,token 토큰,tokenizer 토크나이저,model 모델,modeling 모델링," +
  "layer 레이어,encoder 인코더,decoder 디코더,encoding 인코딩,decoding 디코딩,vector 벡터,matrix 매트릭스,tensor 텐서,batch 배치,epoch 에폭,epoch 에포크," +
  "gradient 그래디언트,gradient 그라디언트,optimizer 옵티마이저,softmax 소프트맥스,sigmoid 시그모이드,dropout 드롭아웃,dropout 드랍아웃,pooling 풀링," +
  "kernel 커널,filter 필터,stride 스트라이드,padding 패딩,convolution 컨볼루션,convolution 합성곱,perceptron 퍼셉트론,bias 바이어스,bias 편향,weight 웨이트,weight 가중치," +
  "loss 로스,loss 손실,learning 러닝,deep 딥,deeplearning 딥러닝,machine 머신,data 데이터,dataset 데이터셋,dataloader 데이터로더,augmentation 어그멘테이션," +
  "python 파이썬,pytorch 파이토치,tensorflow 텐서플로우,tensorflow 텐서플로,numpy 넘파이,pandas 판다스,keras 케라스,list 리스트,tuple 튜플,dictionary 딕셔너리," +
  "string 스트링,string 문자열,class 클래스,object 오브젝트,object 객체,method 메서드,method 메소드,function 함수,instance 인스턴스,module 모듈,package 패키지," +
  "generator 제너레이터,iterator 이터레이터,decorator 데코레이터,lambda 람다,closure 클로저,scope 스코프,thread 스레드,thread 쓰레드,process 프로세스,mutex 뮤텍스,semaphore 세마포어," +
  "index 인덱스,cache 캐시,query 쿼리,database 데이터베이스,server 서버,client 클라이언트,server 서버,session 세션,cookie 쿠키,transaction 트랜잭션,lock 락,queue 큐,stack 스택," +
  "tree 트리,graph 그래프,hash 해시,heap 힙,array 배열,algorithm 알고리즘,git 깃,github 깃허브,branch 브랜치,merge 머지,rebase 리베이스,commit 커밋,push 푸시," +
  "docker 도커,container 컨테이너,image 이미지,test 테스트,test 시험,debug 디버그,debugging 디버깅,error 에러,error 오류,exception 예외,log 로그,api 에이피아이," +
  "framework 프레임워크,library 라이브러리,interface 인터페이스,component 컴포넌트,react 리액트,javascript 자바스크립트,java 자바,spring 스프링,type 타입,variable 변수,parameter 파라미터,parameter 매개변수," +
  "hyperparameter 하이퍼파라미터,tuning 튜닝,ensemble 앙상블,overfitting 오버피팅,overfitting 과적합,baseline 베이스라인,benchmark 벤치마크,score 스코어,accuracy 정확도," +
  "precision 정밀도,recall 재현율,classification 분류,regression 회귀,cluster 클러스터,clustering 클러스터링,segmentation 세그멘테이션,detection 디텍션,sampling 샘플링," +
  "search 서치,beam 빔,pipeline 파이프라인,task 태스크,task 테스크,feature 피처,feature 피쳐,project 프로젝트,template 템플릿,monitoring 모니터링,chart 차트,text 텍스트,color 컬러,font 폰트"
).split(",").map((pair) => pair.split(" "))

/** A two-way table of terms that mean the same. */
const pairTerms = (docs) => {
  const table = new Map()
  const add = (a, b) => {
    for (const [from, to] of [[a, b], [b, a]]) {
      if (!table.has(from)) table.set(from, new Set())
      table.get(from).add(to)
    }
  }
  for (const [english, korean] of LOANWORDS) add(english, korean)
  const PAIRED = /([가-힣]{2,12})\s?\(\s?([a-z][a-z-]{2,24})\s?\)|\b([a-z][a-z-]{2,24})\s?\(\s?([가-힣]{2,12})\s?\)/gi
  for (const doc of docs) {
    for (const match of `${doc.title} ${doc.text}`.matchAll(PAIRED)) {
      const korean = match[1] ?? match[4]
      const english = (match[2] ?? match[3]).toLowerCase()
      // 이를 쇄도(stampede)라고: the word before the bracket is a name of what is in it.
      add(english, korean)
      for (const stem of stems(korean)) add(english, stem)
    }
  }
  return table
}
